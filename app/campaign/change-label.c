/* change-label.c: a change of the journal in words.
 *
 * The journal holds a token for what was done and the title of what it was done to,
 * so that everybody reads it in their own language. Each sentence is written out:
 * languages differ in where the name stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change-label.h"

#include "edit-settings.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *verb;
  const char *named;   /* untranslated, context "change"; %s is the subject */
  const char *unnamed; /* where the change names no subject */
} Label;

static const Label labels[] = {
  { "make-workspace", NC_ ("change", "Made the workspace %s"), NC_ ("change", "Made the workspace") },
  { "edit-settings", NC_ ("change", "Changed the settings: %s"), NC_ ("change", "Changed the settings") },
  { "import-workspace", NC_ ("change", "Imported the workspace %s"), NC_ ("change", "Imported a workspace") },
  { "import-exporters", NC_ ("change", "Imported exporters from %s"), NC_ ("change", "Imported exporters") },
  { "import-products", NC_ ("change", "Imported products from %s"), NC_ ("change", "Imported products") },
  { "import-enrolments", NC_ ("change", "Imported enrolments from %s"), NC_ ("change", "Imported enrolments") },
  { "import-listings", NC_ ("change", "Imported listings from %s"), NC_ ("change", "Imported listings") },
  { "import-benefits", NC_ ("change", "Imported benefits from %s"), NC_ ("change", "Imported benefits") },
  { "import-sales", NC_ ("change", "Imported domestic sales from %s"), NC_ ("change", "Imported domestic sales") },
  { "add-exporter", NC_ ("change", "Added the exporter %s"), NC_ ("change", "Added an exporter") },
  { "edit-exporter", NC_ ("change", "Edited the exporter %s"), NC_ ("change", "Edited an exporter") },
  { "advance-exporter", NC_ ("change", "Moved %s to another stage"), NC_ ("change", "Moved an exporter to another stage") },
  { "archive-exporter", NC_ ("change", "Archived the exporter %s"), NC_ ("change", "Archived an exporter") },
  { "restore-exporter", NC_ ("change", "Brought back the exporter %s"), NC_ ("change", "Brought back an exporter") },
  { "merge-exporters", NC_ ("change", "Merged another exporter into %s"), NC_ ("change", "Merged two exporters") },
  { "not-duplicate", NC_ ("change", "Told %s apart from another exporter"), NC_ ("change", "Told two exporters apart") },
  { "add-commitment", NC_ ("change", "Added the commitment %s"), NC_ ("change", "Added a commitment") },
  { "edit-commitment", NC_ ("change", "Edited the commitment %s"), NC_ ("change", "Edited a commitment") },
  { "add-fund", NC_ ("change", "Added the fund %s"), NC_ ("change", "Added a fund") },
  { "edit-fund", NC_ ("change", "Edited the fund %s"), NC_ ("change", "Edited a fund") },
  { "post-entry", NC_ ("change", "Posted an entry to %s"), NC_ ("change", "Posted an entry") },
  { "reverse-entry", NC_ ("change", "Reversed an entry of %s"), NC_ ("change", "Reversed an entry") },
  { "add-note", NC_ ("change", "Noted something about %s"), NC_ ("change", "Noted something about an exporter") },
  { "edit-note", NC_ ("change", "Edited a note about %s"), NC_ ("change", "Edited a note about an exporter") },
  { "delete-note", NC_ ("change", "Deleted a note about %s"), NC_ ("change", "Deleted a note about an exporter") },
  { "set-requirement", NC_ ("change", "Changed a document of %s"), NC_ ("change", "Changed a document of an exporter") },
  { "save-filter", NC_ ("change", "Saved the filter %s"), NC_ ("change", "Saved a filter") },
  { "rename-filter", NC_ ("change", "Renamed the filter %s"), NC_ ("change", "Renamed a filter") },
  { "move-filter", NC_ ("change", "Moved the filter %s"), NC_ ("change", "Moved a filter") },
  { "delete-filter", NC_ ("change", "Deleted the filter %s"), NC_ ("change", "Deleted a filter") },
  { "add-product", NC_ ("change", "Added the product %s"), NC_ ("change", "Added a product") },
  { "edit-product", NC_ ("change", "Edited the product %s"), NC_ ("change", "Edited a product") },
  { "remove-product", NC_ ("change", "Removed the product %s"), NC_ ("change", "Removed a product") },
  { "add-enrolment", NC_ ("change", "Enrolled %s in a programme"), NC_ ("change", "Enrolled an exporter in a programme") },
  { "edit-enrolment", NC_ ("change", "Changed an enrolment of %s"), NC_ ("change", "Changed an enrolment") },
  { "remove-enrolment", NC_ ("change", "Removed an enrolment of %s"), NC_ ("change", "Removed an enrolment") },
  { "add-listing", NC_ ("change", "Listed %s in a channel"), NC_ ("change", "Listed a product in a channel") },
  { "edit-listing", NC_ ("change", "Changed a listing of %s"), NC_ ("change", "Changed a listing") },
  { "delist-product", NC_ ("change", "Delisted %s"), NC_ ("change", "Delisted a product") },
  { "remove-listing", NC_ ("change", "Removed a listing of %s"), NC_ ("change", "Removed a listing") },
  { "add-benefit", NC_ ("change", "Added a benefit of %s"), NC_ ("change", "Added a benefit") },
  { "edit-benefit", NC_ ("change", "Changed a benefit of %s"), NC_ ("change", "Changed a benefit") },
  { "remove-benefit", NC_ ("change", "Removed a benefit of %s"), NC_ ("change", "Removed a benefit") },
  { "add-sale", NC_ ("change", "Added a domestic sale of %s"), NC_ ("change", "Added a domestic sale") },
  { "edit-sale", NC_ ("change", "Changed a domestic sale of %s"), NC_ ("change", "Changed a domestic sale") },
  { "remove-sale", NC_ ("change", "Removed a domestic sale of %s"), NC_ ("change", "Removed a domestic sale") },
  { "bulk-advance", NC_ ("change", "Advanced %s"), NC_ ("change", "Advanced exporters") },
  { "bulk-archive", NC_ ("change", "Archived %s"), NC_ ("change", "Archived exporters") },
  { "bulk-assign", NC_ ("change", "Assigned %s"), NC_ ("change", "Assigned exporters") },
  { "bulk-enrol", NC_ ("change", "Enrolled %s in a programme"), NC_ ("change", "Enrolled exporters in a programme") },
  { "bulk-request", NC_ ("change", "Requested documents from %s"), NC_ ("change", "Requested documents") },
  { "request-documents", NC_ ("change", "Requested documents from %s"), NC_ ("change", "Requested documents") },
  { "attach-document", NC_ ("change", "Attached a document of %s"), NC_ ("change", "Attached a document") },
  { "remove-document", NC_ ("change", "Took a document off %s"), NC_ ("change", "Took a document off an exporter") },
  { "add-requirement-set", NC_ ("change", "Added the requirement set %s"), NC_ ("change", "Added a requirement set") },
  { "edit-requirement-set", NC_ ("change", "Edited the requirement set %s"), NC_ ("change", "Edited a requirement set") },
  { "remove-requirement-set", NC_ ("change", "Removed the requirement set %s"), NC_ ("change", "Removed a requirement set") },
  { "add-task", NC_ ("change", "Added a task for %s"), NC_ ("change", "Added a task") },
  { "edit-task", NC_ ("change", "Edited a task for %s"), NC_ ("change", "Edited a task") },
  { "finish-task", NC_ ("change", "Finished a task for %s"), NC_ ("change", "Finished a task") },
  { "reopen-task", NC_ ("change", "Took up a task for %s again"), NC_ ("change", "Took up a task again") },
  { "snooze-task", NC_ ("change", "Put off a task for %s"), NC_ ("change", "Put off a task") },
  { "remove-task", NC_ ("change", "Removed a task for %s"), NC_ ("change", "Removed a task") },
  { "add-evidence", NC_ ("change", "Added evidence for %s"), NC_ ("change", "Added evidence") },
};

static const Label any = { NULL, NC_ ("change", "Changed %s"), NC_ ("change", "Changed records") };

/* A change of many names the first and how many more there were, in no language: "Henglei +4". */
static char *
subject_text (const char *subject)
{
  const char *plus = g_strrstr (subject, " +");
  g_autofree char *first = NULL;
  g_autofree char *count = NULL;
  guint64 more;

  if (plus == NULL || plus == subject || !g_ascii_string_to_unsigned (plus + 2, 10, 1, G_MAXUINT, &more, NULL))
    return g_strdup (subject);
  first = g_strndup (subject, (gsize) (plus - subject));
  count = tp_count_format ((gint64) more);
  /* Translators: the name of an exporter, and how many more a change was about */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %s more", "%s and %s more", (gulong) more), first, count);
}

/**
 * tp_change_label:
 * @info: a change
 *
 * Returns: (transfer full): what was done, "Added the exporter Coffee Beans Ltd", for
 *   lists and histories
 */
char *
tp_change_label (TpChangeInfo *info)
{
  g_autofree char *several = NULL;
  const Label *label = &any;
  const char *verb = tp_change_info_get_verb (info);
  const char *subject = tp_change_info_get_subject (info);

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (labels[i].verb, verb) == 0)
      label = &labels[i];
  if (g_strcmp0 (verb, "edit-settings") == 0)
    subject = tp_setting_title (subject);
  else if (subject != NULL)
    subject = several = subject_text (subject);
  if (subject == NULL || *subject == '\0')
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "change", label->unnamed));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "change", label->named), subject);
#pragma GCC diagnostic pop
}

/**
 * tp_change_undone:
 * @info: a change that was just taken back
 *
 * Returns: (transfer full): that it was, for a toast
 */
char *
tp_change_undone (TpChangeInfo *info)
{
  g_autofree char *label = tp_change_label (info);

  /* Translators: %s says what had been done: "Undone: Added the exporter Coffee Beans" */
  return g_strdup_printf (C_ ("change", "Undone: %s"), label);
}

/**
 * tp_change_redone:
 * @info: a change that was just brought again
 *
 * Returns: (transfer full): that it was, for a toast
 */
char *
tp_change_redone (TpChangeInfo *info)
{
  g_autofree char *label = tp_change_label (info);

  /* Translators: %s says what was done: "Redone: Added the exporter Coffee Beans" */
  return g_strdup_printf (C_ ("change", "Redone: %s"), label);
}
