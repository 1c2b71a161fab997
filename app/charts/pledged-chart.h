/* pledged-chart.h: pledged capital by organisation, in full and in a card.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pledged-data.h"
#include "scene.h"

G_BEGIN_DECLS

TpScene *tp_pledged_scene         (TpPledgedData *data, const TpSceneOptions *options);
TpScene *tp_pledged_compact_scene (TpPledgedData *data, const TpSceneOptions *options);

G_END_DECLS
