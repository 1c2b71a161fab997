/* widgets.c: the widgets layer as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets.h"

#include "bullet-bar.h"
#include "chart-view.h"
#include "choice-row.h"
#include "currency-row.h"
#include "date-row.h"
#include "field-row.h"
#include "figure.h"
#include "money-row.h"
#include "pace-label.h"
#include "province-row.h"
#include "stage-pill.h"
#include "stage-step.h"
#include "stage-stepper.h"
#include "tag.h"
#include "tile.h"

/**
 * tp_widgets_ensure_types:
 *
 * Registers the widgets, so that templates can name them. Called once at start,
 * after GTK is initialised and before any template is used.
 */
void
tp_widgets_ensure_types (void)
{
  g_type_ensure (TP_TYPE_BULLET_BAR);
  g_type_ensure (TP_TYPE_CHART_VIEW);
  g_type_ensure (TP_TYPE_CHOICE_ROW);
  g_type_ensure (TP_TYPE_CURRENCY_ROW);
  g_type_ensure (TP_TYPE_DATE_ROW);
  g_type_ensure (TP_TYPE_FIELD_ROW);
  g_type_ensure (TP_TYPE_FIGURE);
  g_type_ensure (TP_TYPE_MONEY_ROW);
  g_type_ensure (TP_TYPE_PACE_LABEL);
  g_type_ensure (TP_TYPE_PROVINCE_ROW);
  g_type_ensure (TP_TYPE_STAGE_PILL);
  g_type_ensure (TP_TYPE_STAGE_STEP);
  g_type_ensure (TP_TYPE_STAGE_STEPPER);
  g_type_ensure (TP_TYPE_TAG);
  g_type_ensure (TP_TYPE_TILE);
}
