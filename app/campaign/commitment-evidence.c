/* commitment-evidence.c: where a promise's figures come from, numbered as footnotes.
 *
 * Each piece of evidence has one number on the page, however many figures rest on it,
 * in the order in which the page shows the figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitment-detail-private.h"

#include "detail-line.h"
#include "field-text.h"
#include "money.h"
#include "numbers.h"

#include <glib/gi18n-lib.h>

/* Evidence in order of its first mark, with what rests on it. */
typedef struct
{
  TpRecord *evidence;
  GPtrArray *figures; /* of titles, translated */
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_object_unref (source->evidence);
  g_ptr_array_unref (source->figures);
  g_free (source);
}

static char *
figure_key (TpKind kind, gint64 id, const char *field)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s", tp_kind_token (kind), id, field != NULL ? field : "");
}

/**
 * tp_commitment_detail_footnote:
 * @self: a promise in words
 * @kind: the kind of the record that holds a figure
 * @id: the record's id
 * @field: the figure
 *
 * Returns: the number of its first piece of evidence; 0: none
 */
guint
tp_commitment_detail_footnote (TpCommitmentDetail *self, TpKind kind, gint64 id, const char *field)
{
  g_autofree char *key = figure_key (kind, id, field);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
}

static guint
number_of (GPtrArray *sources, TpReader *reader, gint64 evidence)
{
  Source *source;
  TpRecord *record;

  for (guint i = 0; i < sources->len; i++)
    if (tp_record_get_id (((Source *) g_ptr_array_index (sources, i))->evidence) == evidence)
      return i + 1;
  record = tp_reader_get (reader, TP_KIND_EVIDENCE, evidence);
  if (record == NULL)
    return 0;
  source = g_new0 (Source, 1);
  source->evidence = record;
  source->figures = g_ptr_array_new ();
  g_ptr_array_add (sources, source);
  return sources->len;
}

/* The citations of a record's figure, or with a NULL @field of the rest of them. */
static void
cite (TpCommitmentDetail *self, TpReader *reader, GPtrArray *sources, GPtrArray *citations,
      TpRecord *subject, const char *field)
{
  TpKind kind = tp_record_get_kind (subject);

  for (guint i = 0; i < citations->len; i++)
    {
      TpRecord *citation = g_ptr_array_index (citations, i);
      const char *cited = tp_record_get_text (citation, "field");
      g_autofree char *key = figure_key (kind, tp_record_get_id (subject), cited);
      const TpField *figure = cited != NULL ? tp_kind_field (kind, cited) : NULL;
      const char *title = figure != NULL ? tp_field_title (figure) : tp_kind_title (kind);
      Source *source;
      guint number;

      if (g_strcmp0 (tp_record_get_text (citation, "subject_kind"), tp_kind_token (kind)) != 0)
        continue;
      if (field != NULL ? g_strcmp0 (cited, field) != 0 : g_hash_table_contains (self->numbers, key))
        continue;
      number = number_of (sources, reader, tp_record_get_number (citation, "evidence"));
      if (number == 0)
        continue;
      source = g_ptr_array_index (sources, number - 1);
      if (!g_ptr_array_find_with_equal_func (source->figures, title, g_str_equal, NULL))
        g_ptr_array_add (source->figures, (gpointer) title);
      if (!g_hash_table_contains (self->numbers, key))
        g_hash_table_insert (self->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
    }
}

static char *
source_subtitle (Source *source)
{
  GString *text = g_string_new (NULL);
  const char *publisher = tp_record_get_text (source->evidence, "publisher");
  const char *comma = C_ ("between items of a list", ", ");

  if (publisher != NULL)
    g_string_append (text, publisher);
  if (tp_record_is_set (source->evidence, "date"))
    {
      g_autofree char *date
          = tp_field_to_display (tp_kind_field (TP_KIND_EVIDENCE, "date"), source->evidence);

      g_string_append_printf (text, "%s%s", text->len > 0 ? comma : "", date);
    }
  for (guint i = 0; i < source->figures->len; i++)
    {
      /* Translators: between the date of a source and what it is evidence for */
      const char *between = i > 0 ? comma : text->len > 0 ? C_ ("after a date", " · ") : "";

      g_string_append_printf (text, "%s%s", between, (char *) g_ptr_array_index (source->figures, i));
    }
  return g_string_free (text, FALSE);
}

static void
append_source (TpCommitmentDetail *self, Source *source, guint number)
{
  g_autofree char *subtitle = source_subtitle (source);
  const char *quote = tp_record_get_local (source->evidence, "quote");
  const char *url = tp_record_get_text (source->evidence, "url");
  g_autoptr (TpDetailLine) line
      = tp_detail_line_new (tp_record_get_title (source->evidence), subtitle, NULL);

  tp_detail_line_set_number (line, number);
  if (quote != NULL)
    tp_detail_line_set_tooltip (line, quote);
  if (url != NULL)
    tp_detail_line_set_uri (line, url);
  g_list_store_append (self->evidence, line);
}

/* The ledger is the evidence of what was allocated and delivered. */
static void
append_ledger (TpCommitmentDetail *self, TpReader *reader, guint number)
{
  GPtrArray *funds = tp_commitment_status_get_funds (self->status);
  guint n = 0;

  for (guint i = 0; i < funds->len; i++)
    {
      TpRecord *fund = tp_fund_status_get_record (g_ptr_array_index (funds, i));
      g_autoptr (GPtrArray) entries
          = tp_reader_children (reader, TP_KIND_ENTRY, "fund", tp_record_get_id (fund));

      for (guint j = 0; j < entries->len; j++)
        n += tp_record_get_day (g_ptr_array_index (entries, j), "date") <= self->as_of;
    }
  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", n), n);
      g_autoptr (TpDetailLine) line = tp_detail_line_new (_ ("Ledger of the fund"), count, NULL);

      tp_detail_line_set_number (line, number);
      tp_detail_line_set_action (line, "funds");
      g_hash_table_insert (self->numbers, g_strdup ("ledger"), GUINT_TO_POINTER (number));
      g_list_store_append (self->evidence, line);
    }
}

/**
 * tp_commitment_detail_take_evidence:
 * @self: a promise in words, with its status
 * @reader: a reader
 */
void
tp_commitment_detail_take_evidence (TpCommitmentDetail *self, TpReader *reader)
{
  static const char *const order[] = { "title", "capital", "announced", "effective", "end", NULL };
  TpRecord *record = tp_commitment_status_get_record (self->status);
  GPtrArray *indicators = tp_commitment_status_get_indicators (self->status);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (source_free);
  g_autoptr (GPtrArray) citations
      = tp_reader_children (reader, TP_KIND_CITATION, "subject", tp_record_get_id (record));

  for (guint i = 0; order[i] != NULL; i++)
    cite (self, reader, sources, citations, record, order[i]);
  cite (self, reader, sources, citations, record, NULL);
  for (guint i = 0; i < indicators->len; i++)
    {
      TpRecord *indicator = tp_indicator_status_get_record (g_ptr_array_index (indicators, i));
      g_autoptr (GPtrArray) own
          = tp_reader_children (reader, TP_KIND_CITATION, "subject", tp_record_get_id (indicator));

      cite (self, reader, sources, own, indicator, NULL);
    }
  for (guint i = 0; i < sources->len; i++)
    append_source (self, g_ptr_array_index (sources, i), i + 1);
  append_ledger (self, reader, sources->len + 1);
}

static void
append_rival (TpCommitmentDetail *self, TpReader *reader, TpRecord *rival, TpRecord *subject)
{
  const TpField *field = tp_kind_field (tp_record_get_kind (subject), tp_record_get_text (rival, "field"));
  const char *currency = tp_record_get_text (rival, "currency");
  gint64 value = tp_record_get_number (rival, "value");
  g_autofree char *figure = currency != NULL ? tp_money_format_compact (value, currency)
                                             : tp_count_format (value);
  gboolean used = tp_record_get_number_or (rival, "used", 0) != 0;
  g_autoptr (TpRecord) evidence
      = tp_record_is_set (rival, "evidence")
            ? tp_reader_get (reader, TP_KIND_EVIDENCE, tp_record_get_number (rival, "evidence"))
            : NULL;
  g_autofree char *title = NULL;
  g_autoptr (TpDetailLine) line = NULL;

  /* Translators: another figure for the same thing: "Capital: CN¥100 m, not used" */
  title = g_strdup_printf (used ? _ ("%s: %s, used") : _ ("%s: %s, not used"),
                           field != NULL ? tp_field_title (field) : "", figure);
  line = tp_detail_line_new (title, tp_record_get_local (rival, "reason"), NULL);
  if (evidence != NULL)
    tp_detail_line_set_tooltip (line, tp_record_get_title (evidence));
  g_list_store_append (self->rivals, line);
}

/**
 * tp_commitment_detail_take_rivals:
 * @self: a promise in words, with its status
 * @reader: a reader
 *
 * Other figures for the promise's own, and why they are used or not.
 */
void
tp_commitment_detail_take_rivals (TpCommitmentDetail *self, TpReader *reader)
{
  GPtrArray *indicators = tp_commitment_status_get_indicators (self->status);
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();

  g_ptr_array_add (subjects, tp_commitment_status_get_record (self->status));
  for (guint i = 0; i < indicators->len; i++)
    g_ptr_array_add (subjects, tp_indicator_status_get_record (g_ptr_array_index (indicators, i)));
  for (guint i = 0; i < subjects->len; i++)
    {
      TpRecord *subject = g_ptr_array_index (subjects, i);
      const char *token = tp_kind_token (tp_record_get_kind (subject));
      g_autoptr (GPtrArray) rivals
          = tp_reader_children (reader, TP_KIND_RIVAL_VALUE, "subject", tp_record_get_id (subject));

      for (guint j = 0; j < rivals->len; j++)
        if (g_strcmp0 (tp_record_get_text (g_ptr_array_index (rivals, j), "subject_kind"), token) == 0)
          append_rival (self, reader, g_ptr_array_index (rivals, j), subject);
    }
}
