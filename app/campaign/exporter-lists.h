/* exporter-lists.h: what stands in an exporter's way; within the desk only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-detail.h"

G_BEGIN_DECLS

GListStore *tp_exporter_blocking_facts (TpReader *reader, TpRecord *exporter, TpStage stage, TpDay as_of);

G_END_DECLS
