/* exporter-card.h: an exporter as a card that can be dragged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exporter-card-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TP_TYPE_EXPORTER_CARD (tp_exporter_card_get_type ())
G_DECLARE_FINAL_TYPE (TpExporterCard, tp_exporter_card, TP, EXPORTER_CARD, AdwBin)

TpExporterCardRow *tp_exporter_card_get_row (TpExporterCard *self);
TpExporterCard    *tp_exporter_card_around  (GtkWidget *widget);

G_END_DECLS
