/* date-row.c: a field for a calendar day, typed as people write dates or picked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-row.h"

struct _TpDateRow
{
  TpFieldRow parent_instance;
  GtkMenuButton *button;
  GtkCalendar *calendar;
  TpDay day; /* TP_DAY_NONE where there is none */
  gboolean syncing; /* the calendar follows the text, not the other way */
};

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpDateRow, tp_date_row, TP_TYPE_FIELD_ROW)

static void
take (TpDateRow *self, TpDay day)
{
  if (self->day == day)
    return;
  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAY]);
}

static gboolean
tp_date_row_check (TpFieldRow *row, const char *text, GError **error)
{
  TpDay day = TP_DAY_NONE;
  gboolean read = tp_day_parse (text, &day, error);

  take (TP_DATE_ROW (row), read ? day : TP_DAY_NONE);
  return read;
}

static void
tp_date_row_clear (TpFieldRow *row)
{
  take (TP_DATE_ROW (row), TP_DAY_NONE);
}

static void
write_day (TpDateRow *self, TpDay day)
{
  g_autofree char *text
      = day == TP_DAY_NONE ? g_strdup ("") : tp_day_format (day, TP_PRECISION_DAY);
  TpDay back = TP_DAY_NONE;

  /* What is shown must read back as the same day, in every language */
  if (day != TP_DAY_NONE && (!tp_day_parse (text, &back, NULL) || back != day))
    {
      g_free (text);
      text = tp_day_to_iso (day);
    }
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
tp_date_row_tidy (TpFieldRow *row)
{
  write_day (TP_DATE_ROW (row), TP_DATE_ROW (row)->day);
}

static void
calendar_shown (TpDateRow *self)
{
  TpDay day = self->day;
  int year, month, mday;
  g_autoptr (GDateTime) date = NULL;

  if (day == TP_DAY_NONE)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

      day = tp_day_today (zone);
    }
  tp_day_get (day, &year, &month, &mday);
  date = g_date_time_new_utc (year, month, mday, 0, 0, 0);
  self->syncing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->syncing = FALSE;
}

static void
day_picked (TpDateRow *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, mday;

  if (self->syncing)
    return;
  date = gtk_calendar_get_date (self->calendar);
  g_date_time_get_ymd (date, &year, &month, &mday);
  tp_date_row_set_day (self, tp_day_new (year, month, mday));
  gtk_menu_button_popdown (self->button);
}

/**
 * tp_date_row_get_day:
 * @self: a row
 *
 * Returns: the day, %TP_DAY_NONE where the row is empty or cannot be read
 */
TpDay
tp_date_row_get_day (TpDateRow *self)
{
  g_return_val_if_fail (TP_IS_DATE_ROW (self), TP_DAY_NONE);
  return self->day;
}

/**
 * tp_date_row_set_day:
 * @self: a row
 * @day: a day, or %TP_DAY_NONE to empty the row
 */
void
tp_date_row_set_day (TpDateRow *self, TpDay day)
{
  g_return_if_fail (TP_IS_DATE_ROW (self));
  if (day != self->day || day == TP_DAY_NONE)
    write_day (self, day);
}

static void
tp_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DAY)
    g_value_set_int (value, TP_DATE_ROW (object)->day);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DAY)
    tp_date_row_set_day (TP_DATE_ROW (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_date_row_class_init (TpDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpFieldRowClass *row_class = TP_FIELD_ROW_CLASS (klass);

  object_class->get_property = tp_date_row_get_property;
  object_class->set_property = tp_date_row_set_property;
  row_class->check = tp_date_row_check;
  row_class->clear = tp_date_row_clear;
  row_class->tidy = tp_date_row_tidy;

  props[PROP_DAY]
      = g_param_spec_int ("day", NULL, NULL, G_MININT32, G_MAXINT32, TP_DAY_NONE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/TradePivot/ui/date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TpDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, TpDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, day_picked);
}

static void
tp_date_row_init (TpDateRow *self)
{
  self->day = TP_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_date_row_new:
 *
 * An empty row. Beside those of #TpFieldRow its property is `day`, a #TpDay.
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
tp_date_row_new (void)
{
  return g_object_new (TP_TYPE_DATE_ROW, NULL);
}
