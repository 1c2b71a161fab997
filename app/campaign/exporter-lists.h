/* exporter-lists.h: what hangs on an exporter, as lists of facts; within the desk only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-detail.h"

G_BEGIN_DECLS

GListStore *tp_exporter_product_facts     (TpReader *reader, TpRecord *exporter, TpDay as_of);
GListStore *tp_exporter_blocking_facts    (TpReader *reader, TpRecord *exporter, TpStage stage, TpDay as_of);
GListStore *tp_exporter_programme_facts   (TpReader *reader, TpRecord *exporter, TpDay as_of);
GListStore *tp_exporter_money_facts       (TpReader *reader, TpRecord *exporter, TpDay as_of);
GListStore *tp_exporter_timeline_facts    (TpReader *reader, TpRecord *exporter, GTimeZone *zone, TpDay as_of);

G_END_DECLS
