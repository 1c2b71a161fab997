/* exporter-timeline.c: what has happened with an exporter, the latest first.
 *
 * At its top a note is written, of what kind and about which day; a note that was begun
 * stays with its exporter (drafts.h). The same form puts right a note of one's own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exporter-timeline.h"

#include "drafts.h"
#include "edit-note.h"
#include "feedback.h"
#include "list-update.h"
#include "timeline-row.h"

#include <glib/gi18n-lib.h>

#define FIRST_SHOWN 60

/* What a person adds, in the order of the drop-down. */
static const char *const note_kinds[] = { "note", "call", "meeting", "visit" };

struct _TpExporterTimeline
{
  TpRecordPart parent_instance;

  GtkEditable *note;
  GtkDropDown *note_kind;
  GtkMenuButton *note_day;
  GtkCalendar *calendar;
  GtkLabel *note_problem;
  GtkWidget *add;
  GtkWidget *save;
  GtkWidget *cancel;
  GtkListBox *list;
  GtkLabel *empty;
  GtkWidget *earlier;

  gboolean busy;    /* a note is on its way */
  gboolean loading; /* the form is being filled: nobody typed */
  gint64 editing;   /* the activity in the form; 0: a new one */
  TpDay day;        /* of the note in the form; TP_DAY_NONE: the day that is looked at */
  char *filter;     /* a group's token; "all" */
  GListStore *items;
  GtkFilter *matches;
  GtkSliceListModel *shown;
};

enum
{
  PROP_0,
  PROP_FILTER,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpExporterTimeline, tp_exporter_timeline, TP_TYPE_RECORD_PART)

/* helpers */

static TpWorkspace *
workspace_of (TpExporterTimeline *self)
{
  return tp_record_part_get_workspace (TP_RECORD_PART (self));
}

static TpDay
latest_day (TpExporterTimeline *self)
{
  return MIN (tp_record_part_get_as_of (TP_RECORD_PART (self)), tp_workspace_get_today (workspace_of (self)));
}

static void
update_actions (TpExporterTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = !tp_record_part_is_read_only (TP_RECORD_PART (self));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));
  gboolean ready = writable && !self->busy && *text != '\0';

  gtk_widget_action_set_enabled (widget, "timeline.add", ready && self->editing == 0);
  gtk_widget_action_set_enabled (widget, "timeline.save", ready && self->editing != 0);
  gtk_widget_action_set_enabled (widget, "timeline.edit", writable);
  gtk_widget_action_set_enabled (widget, "timeline.delete", writable);
  gtk_widget_set_visible (self->add, self->editing == 0);
  gtk_widget_set_visible (self->save, self->editing != 0);
  gtk_widget_set_visible (self->cancel, self->editing != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note_kind), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note_day), writable);
}

static void
show_problem (TpExporterTimeline *self, const char *text)
{
  gtk_label_set_label (self->note_problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_problem), text != NULL);
}

static void
show_day (TpExporterTimeline *self)
{
  g_autofree char *day = self->day != TP_DAY_NONE ? tp_day_format_short (self->day) : NULL;
  g_autofree char *name = NULL;
  const char *label = day != NULL ? day : C_ ("day of a note", "Today");

  /* Where another day is looked at the note stands there. */
  if (day == NULL && workspace_of (self) != NULL
      && latest_day (self) != tp_workspace_get_today (workspace_of (self)))
    label = day = tp_day_format_short (latest_day (self));
  gtk_menu_button_set_label (self->note_day, label);
  /* Translators: a day */
  name = g_strdup_printf (C_ ("day of a note", "Day: %s"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note_day), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The drafts of notes: one of a new note for each exporter, one for each note that is being
 * put right, and which of those was in the exporter's form last. */

static char *
new_form (gint64 exporter)
{
  return g_strdup_printf ("note:%" G_GINT64_FORMAT, exporter);
}

static char *
edit_form (gint64 activity)
{
  return g_strdup_printf ("edit-note:%" G_GINT64_FORMAT, activity);
}

static char *
place_form (gint64 exporter)
{
  return g_strdup_printf ("editing:%" G_GINT64_FORMAT, exporter);
}

static TpDrafts *
drafts_in (TpWorkspace *workspace)
{
  return tp_drafts_of (G_OBJECT (workspace), tp_workspace_get_path (workspace));
}

static void
keep_draft (TpExporterTimeline *self)
{
  gint64 exporter = tp_record_part_get_record_id (TP_RECORD_PART (self));
  const char *text = gtk_editable_get_text (self->note);
  g_autofree char *form = self->editing != 0 ? edit_form (self->editing) : new_form (exporter);
  g_autofree char *day = self->day != TP_DAY_NONE ? tp_day_to_iso (self->day) : NULL;
  guint kind = gtk_drop_down_get_selected (self->note_kind);
  TpDrafts *drafts;

  if (self->loading || exporter == 0 || workspace_of (self) == NULL)
    return;
  drafts = drafts_in (workspace_of (self));
  if (*text == '\0' && self->editing == 0)
    {
      tp_drafts_drop (drafts, form);
      return;
    }
  tp_drafts_set (drafts, form, "text", text);
  tp_drafts_set (drafts, form, "kind", note_kinds[MIN (kind, G_N_ELEMENTS (note_kinds) - 1)]);
  tp_drafts_set (drafts, form, "day", day);
  if (self->editing != 0)
    {
      g_autofree char *place = place_form (exporter);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->editing);

      tp_drafts_set (drafts, place, "note", id);
    }
}

/* @activity: the note that was put right; 0: a new one. @text: only where that is what was
 * begun; what was typed since stays */
static void
drop_draft (TpWorkspace *workspace, gint64 exporter, gint64 activity, const char *text)
{
  TpDrafts *drafts = drafts_in (workspace);
  g_autofree char *form = activity != 0 ? edit_form (activity) : new_form (exporter);
  g_autofree char *place = place_form (exporter);
  g_autofree char *begun = tp_drafts_get (drafts, form, "text");
  g_autofree char *shown = tp_drafts_get (drafts, place, "note");

  if (text != NULL && begun != NULL && !g_str_equal (begun, text))
    return;
  tp_drafts_drop (drafts, form);
  if (shown != NULL && activity != 0 && g_ascii_strtoll (shown, NULL, 10) == activity)
    tp_drafts_drop (drafts, place);
}

static void
fill_form (TpExporterTimeline *self, const char *text, const char *kind, TpDay day)
{
  guint place = 0;

  for (guint i = 0; i < G_N_ELEMENTS (note_kinds); i++)
    if (g_strcmp0 (note_kinds[i], kind) == 0)
      place = i;
  self->loading = TRUE;
  gtk_editable_set_text (self->note, text != NULL ? text : "");
  gtk_editable_set_position (self->note, -1);
  gtk_drop_down_set_selected (self->note_kind, place);
  self->day = day;
  show_day (self);
  show_problem (self, NULL);
  self->loading = FALSE;
  update_actions (self);
}

/* What was begun in @form, if anything. */
static gboolean
take_draft (TpExporterTimeline *self, const char *form)
{
  TpDrafts *drafts = drafts_in (workspace_of (self));
  g_autofree char *text = tp_drafts_get (drafts, form, "text");
  g_autofree char *kind = tp_drafts_get (drafts, form, "kind");
  g_autofree char *iso = tp_drafts_get (drafts, form, "day");
  TpDay day;

  if (text == NULL)
    return FALSE;
  if (iso == NULL || !tp_day_parse_iso (iso, &day))
    day = TP_DAY_NONE;
  fill_form (self, text, kind, day);
  return TRUE;
}

static void
show_draft (TpExporterTimeline *self)
{
  gint64 exporter = tp_record_part_get_record_id (TP_RECORD_PART (self));
  g_autofree char *form = new_form (exporter);

  self->editing = 0;
  if (workspace_of (self) != NULL && exporter != 0)
    {
      g_autofree char *place = place_form (exporter);
      g_autofree char *id = tp_drafts_get (drafts_in (workspace_of (self)), place, "note");

      if (id != NULL)
        {
          g_autofree char *edited = edit_form (g_ascii_strtoll (id, NULL, 10));

          self->editing = g_ascii_strtoll (id, NULL, 10);
          if (take_draft (self, edited))
            return;
          self->editing = 0;
        }
      if (take_draft (self, form))
        return;
    }
  fill_form (self, NULL, NULL, TP_DAY_NONE);
}

/* The list */

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return tp_timeline_row_new (item, tp_record_part_is_read_only (TP_RECORD_PART (data)));
}

/* Each day stands above what happened on it. */
static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  TpTimelineItem *item = tp_timeline_row_get_item (TP_TIMELINE_ROW (row));
  TpDay day = tp_timeline_item_get_day (item);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before != NULL
      && tp_timeline_item_get_day (tp_timeline_row_get_item (TP_TIMELINE_ROW (before))) == day)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  g_object_get (item, "day-text", &text, NULL);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "timeline-day");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  TpExporterTimeline *self = data;

  return g_str_equal (self->filter, "all")
         || g_str_equal (self->filter, tp_timeline_item_get_group (TP_TIMELINE_ITEM (item)));
}

static void
show_length (TpExporterTimeline *self)
{
  GListModel *all = gtk_slice_list_model_get_model (self->shown);

  gtk_widget_set_visible (self->earlier, all != NULL
                                             && g_list_model_get_n_items (all)
                                                    > gtk_slice_list_model_get_size (self->shown));
  gtk_label_set_label (self->empty, g_str_equal (self->filter, "all")
                                        ? _ ("Nothing has happened yet.")
                                        : _ ("Nothing of this kind has happened yet."));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpExporterTimeline) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) fresh = tp_workspace_read_finish (TP_WORKSPACE (source), result, &error);

  if (!tp_record_part_answered (TP_RECORD_PART (self), error))
    {
      /* Not that nothing has happened. */
      if (error != NULL && self->items != NULL)
        gtk_label_set_label (self->empty, "");
      return;
    }
  tp_list_update (self->items, G_LIST_MODEL (fresh));
  gtk_list_box_invalidate_headers (self->list);
  show_length (self);
}

/* Adding and putting right */

typedef struct
{
  TpExporterTimeline *timeline;
  gint64 exporter;
  gint64 activity; /* that is put right or deleted; 0: a new one */
  char *text;      /* (nullable): what was sent; NULL: it is deleted */
} Noting;

static void
noting_free (Noting *noting)
{
  g_object_unref (noting->timeline);
  g_free (noting->text);
  g_free (noting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Noting, noting_free)

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Noting) noting = data;
  TpExporterTimeline *self = noting->timeline;
  TpWorkspace *workspace = TP_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  gboolean done = tp_workspace_change_finish (workspace, result, &error);
  gboolean here = noting->exporter == tp_record_part_get_record_id (TP_RECORD_PART (self))
                  && workspace_of (self) == workspace;

  self->busy = FALSE;
  /* Whatever is shown by now: what is kept must not wait to be kept again. */
  if (done)
    drop_draft (workspace, noting->exporter, noting->activity, noting->text);
  if (self->items == NULL)
    return; /* the page was closed */
  if (!done)
    {
      if (here && noting->text != NULL && self->editing == noting->activity)
        show_problem (self, error->message);
      else
        tp_show_error (GTK_WIDGET (self), error);
    }
  else if (noting->text == NULL)
    {
      if (here && self->editing == noting->activity)
        show_draft (self);
      tp_toast_undo (GTK_WIDGET (self), _ ("Note deleted"));
    }
  else if (here && self->editing == noting->activity
           && g_str_equal (gtk_editable_get_text (self->note), noting->text))
    show_draft (self);
  update_actions (self);
}

static Noting *
noting_new (TpExporterTimeline *self, gint64 activity, const char *text)
{
  Noting *noting = g_new0 (Noting, 1);

  noting->timeline = g_object_ref (self);
  noting->exporter = tp_record_part_get_record_id (TP_RECORD_PART (self));
  noting->activity = activity;
  noting->text = g_strdup (text);
  return noting;
}

static void
send_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (widget);
  guint place = gtk_drop_down_get_selected (self->note_kind);
  const char *kind = note_kinds[MIN (place, G_N_ELEMENTS (note_kinds) - 1)];
  const char *text = gtk_editable_get_text (self->note);
  TpDay day = self->day != TP_DAY_NONE ? self->day : latest_day (self);
  Noting *noting = noting_new (self, self->editing, text);

  self->busy = TRUE;
  show_problem (self, NULL);
  update_actions (self);
  if (self->editing != 0)
    tp_workspace_change (workspace_of (self), "edit-note", tp_edit_note_run,
                         tp_edit_note_new (self->editing, kind, text, day), tp_edit_note_free, NULL, noted_cb,
                         noting);
  else
    {
      TpNote *note = tp_note_new (noting->exporter, kind, text);

      note->day = day;
      tp_workspace_change (workspace_of (self), "add-note", tp_note_run, note, tp_note_free, NULL, noted_cb,
                           noting);
    }
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (widget);

  if (self->editing != 0)
    {
      drop_draft (workspace_of (self), tp_record_part_get_record_id (TP_RECORD_PART (self)), self->editing, NULL);
      show_draft (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (widget);
  g_autoptr (TpRecord) activity
      = tp_workspace_get (workspace_of (self), TP_KIND_ACTIVITY, g_variant_get_int64 (parameter));
  g_autofree char *form = NULL;

  if (activity == NULL)
    return;
  /* What is in the form by now has its draft, and so may have what comes into it. */
  self->editing = tp_record_get_id (activity);
  form = edit_form (self->editing);
  if (take_draft (self, form))
    keep_draft (self);
  else
    fill_form (self, tp_record_get_text (activity, "text"), tp_record_get_text (activity, "kind"),
               tp_record_get_day (activity, "date"));
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (widget);
  gint64 id = g_variant_get_int64 (parameter);

  tp_workspace_change (workspace_of (self), "delete-note", tp_delete_note_run, g_memdup2 (&id, sizeof id), g_free,
                       NULL, noted_cb, noting_new (self, id, NULL));
}

static void
earlier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (widget);
  guint had = gtk_slice_list_model_get_size (self->shown);
  GtkListBoxRow *row;

  gtk_slice_list_model_set_size (self->shown, had + FIRST_SHOWN);
  show_length (self);
  row = gtk_list_box_get_row_at_index (self->list, (int) had);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* callbacks */

static void
note_changed (TpExporterTimeline *self)
{
  if (self->loading)
    return;
  show_problem (self, NULL);
  keep_draft (self);
  update_actions (self);
}

static void
note_activated (TpExporterTimeline *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), self->editing != 0 ? "timeline.save" : "timeline.add", NULL);
}

static void
day_selected (TpExporterTimeline *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  TpDay day = tp_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                          g_date_time_get_day_of_month (date));

  if (self->loading || workspace_of (self) == NULL)
    return;
  if (day > tp_workspace_get_today (workspace_of (self)))
    {
      show_problem (self, _ ("That day has not come yet: a note is about what has happened"));
      return;
    }
  show_problem (self, NULL);
  self->day = day == latest_day (self) ? TP_DAY_NONE : day;
  show_day (self);
  keep_draft (self);
  gtk_menu_button_popdown (self->note_day);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* The calendar opens on the day of the note. */
static void
day_opened (TpExporterTimeline *self)
{
  TpDay day = self->day != TP_DAY_NONE ? self->day : latest_day (self);
  g_autoptr (GDateTime) date = NULL;
  int year, month, mday;

  if (!gtk_menu_button_get_active (self->note_day))
    return;
  tp_day_get (day, &year, &month, &mday);
  date = g_date_time_new_utc (year, month, mday, 0, 0, 0);
  self->loading = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->loading = FALSE;
}

static gboolean
key_pressed (TpExporterTimeline *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape && self->editing != 0)
    {
      cancel_action (GTK_WIDGET (self), NULL, NULL);
      return GDK_EVENT_STOP;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      note_activated (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* vfuncs */

static void
tp_exporter_timeline_load (TpRecordPart *part, GCancellable *cancellable)
{
  TpWorkspace *workspace = tp_record_part_get_workspace (part);

  update_actions (TP_EXPORTER_TIMELINE (part));
  show_day (TP_EXPORTER_TIMELINE (part));
  tp_workspace_read (workspace, tp_timeline_read,
                     tp_timeline_question_new (tp_record_part_get_record_id (part),
                                               tp_record_part_get_as_of (part),
                                               tp_workspace_get_time_zone (workspace),
                                               tp_workspace_get_author (workspace)),
                     tp_timeline_question_free, g_object_unref, cancellable, read_cb, g_object_ref (part));
}

static void
tp_exporter_timeline_clear (TpRecordPart *part)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (part);

  g_list_store_remove_all (self->items);
  gtk_slice_list_model_set_size (self->shown, FIRST_SHOWN);
}

static gboolean
depends_on (guint64 kinds)
{
  static const TpKind own[] = {
    TP_KIND_EXPORTER, TP_KIND_ACTIVITY, TP_KIND_ENROLMENT, TP_KIND_BENEFIT, TP_KIND_PRODUCT,
    TP_KIND_LISTING,  TP_KIND_SALE,     TP_KIND_TASK,      TP_KIND_SETTING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (tp_kinds_have (kinds, own[i]))
      return TRUE;
  return FALSE;
}

static void
tp_exporter_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FILTER)
    g_value_set_string (value, TP_EXPORTER_TIMELINE (object)->filter);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tp_exporter_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (object);

  if (id != PROP_FILTER)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!g_set_str (&self->filter, g_value_get_string (value)))
    return;
  gtk_filter_changed (self->matches, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_list_box_invalidate_headers (self->list);
  show_length (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
tp_exporter_timeline_dispose (GObject *object)
{
  TpExporterTimeline *self = TP_EXPORTER_TIMELINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_EXPORTER_TIMELINE);
  g_clear_object (&self->shown);
  g_clear_object (&self->matches);
  g_clear_object (&self->items);
  g_clear_pointer (&self->filter, g_free);
  G_OBJECT_CLASS (tp_exporter_timeline_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/exporter-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, note);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, note_kind);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, note_day);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, calendar);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, note_problem);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, add);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, save);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, cancel);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, list);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, empty);
  gtk_widget_class_bind_template_child (widget_class, TpExporterTimeline, earlier);
  gtk_widget_class_bind_template_callback (widget_class, note_changed);
  gtk_widget_class_bind_template_callback (widget_class, note_activated);
  gtk_widget_class_bind_template_callback (widget_class, day_selected);
  gtk_widget_class_bind_template_callback (widget_class, day_opened);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed);
}

static void
tp_exporter_timeline_class_init (TpExporterTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_exporter_timeline_get_property;
  object_class->set_property = tp_exporter_timeline_set_property;
  object_class->dispose = tp_exporter_timeline_dispose;
  TP_RECORD_PART_CLASS (klass)->load = tp_exporter_timeline_load;
  TP_RECORD_PART_CLASS (klass)->clear = tp_exporter_timeline_clear;
  TP_RECORD_PART_CLASS (klass)->depends_on = depends_on;
  props[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "all",
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "timeline.add", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "timeline.save", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "timeline.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "timeline.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "timeline.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "timeline.earlier", NULL, earlier_action);
  gtk_widget_class_install_property_action (widget_class, "timeline.filter", "filter");
}

static void
tp_exporter_timeline_init (TpExporterTimeline *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  GtkFilterListModel *filtered;

  self->day = TP_DAY_NONE;
  self->filter = g_strdup ("all");
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (note_kinds); i++)
    gtk_string_list_append (kinds, tp_word_title (tp_words_activity_kind, note_kinds[i]));
  gtk_drop_down_set_model (self->note_kind, G_LIST_MODEL (kinds));
  self->items = g_list_store_new (TP_TYPE_TIMELINE_ITEM);
  self->matches = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), g_object_ref (self->matches));
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (filtered), 0, FIRST_SHOWN);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), make_row, self, NULL);
  gtk_list_box_set_header_func (self->list, head_row, NULL, NULL);
  g_signal_connect (self, "notify::record-id", G_CALLBACK (show_draft), NULL);
  g_signal_connect (self, "notify::workspace", G_CALLBACK (show_draft), NULL);
  self->loading = FALSE;
  show_day (self);
  update_actions (self);
}

/**
 * tp_exporter_timeline_start_note:
 * @self: a timeline
 *
 * Goes to where a note is written.
 */
void
tp_exporter_timeline_start_note (TpExporterTimeline *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}
