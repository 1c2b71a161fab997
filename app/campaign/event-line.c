/* event-line.c: events and evidence of the campaign as lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-line.h"

#include "field-text.h"

#include <glib/gi18n-lib.h>

static void
append_named (GString *text, TpReader *reader, TpKind kind, TpRecord *link)
{
  const char *field = tp_kind_token (kind);
  g_autoptr (TpRecord) record
      = tp_record_is_set (link, field) ? tp_reader_get (reader, kind, tp_record_get_number (link, field)) : NULL;

  if (record != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("between items of a list", ", ") : "",
                            tp_record_get_title (record));
}

/**
 * tp_event_line:
 * @reader: a reader
 * @event: an event
 *
 * Returns: (transfer full): its title, its kind with those who took part, and its date
 *   as far as it is known
 */
TpDetailLine *
tp_event_line (TpReader *reader, TpRecord *event)
{
  g_autoptr (GPtrArray) links
      = tp_reader_children (reader, TP_KIND_EVENT_LINK, "event", tp_record_get_id (event));
  g_autofree char *date = tp_field_to_display (tp_kind_field (TP_KIND_EVENT, "date"), event);
  g_autofree char *when = tp_record_get_number_or (event, "ongoing", 0) != 0
                              /* Translators: an event that goes on since a date */
                              ? g_strdup_printf (C_ ("date", "since %s"), date)
                              : g_strdup (date);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) subtitle
      = g_string_new (tp_word_title (tp_words_event_kind, tp_record_get_text (event, "kind")));
  const char *detail = tp_record_get_local (event, "detail");
  TpDetailLine *line;

  for (guint i = 0; i < links->len; i++)
    {
      append_named (text, reader, TP_KIND_ORGANISATION, g_ptr_array_index (links, i));
      append_named (text, reader, TP_KIND_PERSON, g_ptr_array_index (links, i));
    }
  if (text->len > 0)
    g_string_append_printf (subtitle, C_ ("after the kind of an event", " · %s"), text->str);
  if (detail != NULL)
    g_string_append_printf (subtitle, "\n%s", detail);
  line = tp_detail_line_new (tp_record_get_title (event), subtitle->str, when);
  for (guint i = 0; i < links->len; i++)
    if (tp_record_is_set (g_ptr_array_index (links, i), "commitment"))
      {
        tp_detail_line_set_record (line, TP_KIND_COMMITMENT,
                                   tp_record_get_number (g_ptr_array_index (links, i), "commitment"));
        break;
      }
  return line;
}

/**
 * tp_event_lines_read:
 * @reader: a reader
 * @as_of: the #TpDay up to which events are told
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #GListModel of #TpDetailLine, newest first
 */
gpointer
tp_event_lines_read (TpReader *reader, gpointer as_of, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EVENT);
  g_autoptr (GPtrArray) events = NULL;
  GListStore *lines;

  tp_query_set_sort (query, "date", TRUE);
  events = tp_reader_records (reader, query, error);
  if (events == NULL)
    return NULL;
  lines = g_list_store_new (TP_TYPE_DETAIL_LINE);
  for (guint i = 0; i < events->len; i++)
    {
      TpRecord *event = g_ptr_array_index (events, i);
      g_autoptr (TpDetailLine) line = NULL;

      if (tp_record_is_set (event, "date") && tp_record_get_day (event, "date") > GPOINTER_TO_INT (as_of))
        continue;
      line = tp_event_line (reader, event);
      g_list_store_append (lines, line);
    }
  return lines;
}

/**
 * tp_evidence_lines_read:
 * @reader: a reader
 * @as_of: not asked: evidence has no day of its own
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable): a #GListModel of #TpDetailLine, with how many
 *   figures rest on each
 */
gpointer
tp_evidence_lines_read (TpReader *reader, gpointer as_of, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_EVIDENCE);
  g_autoptr (GPtrArray) records = tp_reader_records (reader, query, error);
  GListStore *lines;

  if (records == NULL)
    return NULL;
  lines = g_list_store_new (TP_TYPE_DETAIL_LINE);
  for (guint i = 0; i < records->len; i++)
    {
      TpRecord *evidence = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) citations
          = tp_reader_children (reader, TP_KIND_CITATION, "evidence", tp_record_get_id (evidence));
      g_autofree char *date = tp_record_is_set (evidence, "date")
                                  ? tp_field_to_display (tp_kind_field (TP_KIND_EVIDENCE, "date"), evidence)
                                  : NULL;
      g_autofree char *count = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Evidence for %u figure", "Evidence for %u figures", citations->len),
          citations->len);
      const char *publisher = tp_record_get_text (evidence, "publisher");
      const char *url = tp_record_get_text (evidence, "url");
      g_autofree char *subtitle
          = publisher != NULL ? g_strdup_printf (C_ ("publisher and use", "%s · %s"), publisher, count)
                              : g_strdup (count);
      g_autoptr (TpDetailLine) line
          = tp_detail_line_new (tp_record_get_title (evidence), subtitle, date);

      if (url != NULL)
        tp_detail_line_set_uri (line, url);
      g_list_store_append (lines, line);
    }
  return lines;
}
