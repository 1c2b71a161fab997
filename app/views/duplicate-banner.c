/* duplicate-banner.c: that an exporter is likely there twice, or was merged.
 *
 * Without anything to say it takes no room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "duplicate-banner.h"

#include "find-duplicates.h"
#include "merge-dialog.h"

#include <glib/gi18n-lib.h>

struct _TpDuplicateBanner
{
  TpRecordPart parent_instance;

  AdwBanner *banner;

  gint64 other;    /* what is likely the same; 0: nothing */
  gint64 survivor; /* what it was merged into; 0: nothing */
};

G_DEFINE_FINAL_TYPE (TpDuplicateBanner, tp_duplicate_banner, TP_TYPE_RECORD_PART)

static char *
likely_text (GPtrArray *found)
{
  TpDuplicate *first = g_ptr_array_index (found, 0);
  g_autofree char *why = tp_duplicate_reason_text (first);
  const char *name = tp_record_get_title (tp_duplicate_get_second (first));

  if (found->len > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Likely a duplicate of “%s” (%s) and of %u other",
                                         "Likely a duplicate of “%s” (%s) and of %u others", found->len - 1),
                            name, why, found->len - 1);
  /* Translators: an exporter's name, and why: "same phone" */
  return g_strdup_printf (_ ("Likely a duplicate of “%s” (%s)"), name, why);
}

static void
show (TpDuplicateBanner *self, TpDuplicateHint *hint)
{
  g_autofree char *text = NULL;

  self->other = 0;
  self->survivor = 0;
  if (hint->survivor != NULL)
    {
      self->survivor = tp_record_get_id (hint->survivor);
      /* Translators: an exporter's name */
      text = g_strdup_printf (_ ("Merged into “%s”"), tp_record_get_title (hint->survivor));
    }
  else if (hint->found->len > 0)
    {
      self->other = tp_record_get_id (tp_duplicate_get_second (g_ptr_array_index (hint->found, 0)));
      text = likely_text (hint->found);
    }
  if (text != NULL)
    {
      adw_banner_set_title (self->banner, text);
      adw_banner_set_button_label (self->banner, self->survivor != 0 ? C_ ("button", "_Open")
                                                 : tp_record_part_is_read_only (TP_RECORD_PART (self))
                                                     ? NULL
                                                     : C_ ("button", "_Compare…"));
    }
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpDuplicateBanner) self = data;
  /* Nothing where it was cancelled. A hint that cannot be read is none: the page itself says
   * what is wrong. */
  g_autoptr (TpDuplicateHint) hint = tp_workspace_read_finish (TP_WORKSPACE (source), result, NULL);

  if (hint != NULL && self->banner != NULL)
    show (self, hint);
}

static void
merged_cb (TpDuplicateBanner *self, gint64 survivor)
{
  if (survivor != tp_record_part_get_record_id (TP_RECORD_PART (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", tp_kind_token (TP_KIND_EXPORTER),
                                survivor);
}

static void
button_clicked_cb (TpDuplicateBanner *self)
{
  TpRecordPart *part = TP_RECORD_PART (self);
  AdwDialog *dialog;

  if (self->survivor != 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", tp_kind_token (TP_KIND_EXPORTER),
                                  self->survivor);
      return;
    }
  dialog = tp_merge_dialog_new (tp_record_part_get_workspace (part), tp_record_part_get_record_id (part), self->other);
  g_signal_connect_object (dialog, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* vfuncs */

static void
tp_duplicate_banner_load (TpRecordPart *part, GCancellable *cancellable)
{
  gint64 id = tp_record_part_get_record_id (part);

  tp_workspace_read (tp_record_part_get_workspace (part), tp_duplicate_hint_read, g_memdup2 (&id, sizeof id), g_free,
                     tp_duplicate_hint_free, cancellable, read_cb, g_object_ref (part));
}

static void
tp_duplicate_banner_clear (TpRecordPart *part)
{
  TpDuplicateBanner *self = TP_DUPLICATE_BANNER (part);

  if (self->banner != NULL)
    adw_banner_set_revealed (self->banner, FALSE);
}

static gboolean
tp_duplicate_banner_depends_on (guint64 kinds)
{
  return tp_kinds_have (kinds, TP_KIND_EXPORTER) || tp_kinds_have (kinds, TP_KIND_SETTING);
}

static void
tp_duplicate_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_DUPLICATE_BANNER);
  G_OBJECT_CLASS (tp_duplicate_banner_parent_class)->dispose (object);
}

static void
tp_duplicate_banner_class_init (TpDuplicateBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordPartClass *part_class = TP_RECORD_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_duplicate_banner_dispose;
  part_class->load = tp_duplicate_banner_load;
  part_class->clear = tp_duplicate_banner_clear;
  part_class->depends_on = tp_duplicate_banner_depends_on;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/duplicate-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, TpDuplicateBanner, banner);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
tp_duplicate_banner_init (TpDuplicateBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
