/* commitment-form.c: what the dialog for a promise starts with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commitment-form.h"

#include "error.h"

#include <glib/gi18n-lib.h>

struct _TpCommitmentForm
{
  GObject parent_instance;

  TpRecord *record;
  GPtrArray *indicators;
  GStrvBuilder *builder;
  GStrv names;
  GArray *ids;       /* gint64, one a name */
  guint chosen;
};

G_DEFINE_FINAL_TYPE (TpCommitmentForm, tp_commitment_form, G_TYPE_OBJECT)

static void
tp_commitment_form_finalize (GObject *object)
{
  TpCommitmentForm *self = TP_COMMITMENT_FORM (object);

  g_clear_object (&self->record);
  g_ptr_array_unref (self->indicators);
  g_clear_pointer (&self->builder, g_strv_builder_unref);
  g_strfreev (self->names);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (tp_commitment_form_parent_class)->finalize (object);
}

static void
tp_commitment_form_class_init (TpCommitmentFormClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tp_commitment_form_finalize;
}

static void
tp_commitment_form_init (TpCommitmentForm *self)
{
  self->indicators = g_ptr_array_new_with_free_func (g_object_unref);
  self->builder = g_strv_builder_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (tp_record_get_title ((TpRecord *) a), tp_record_get_title ((TpRecord *) b));
}

/* The organisation that the dialog names: the sub-platform, else the maker. */
static gint64
organisation_of (TpReader *reader, gint64 commitment)
{
  g_autoptr (GPtrArray) roles = tp_reader_children (reader, TP_KIND_COMMITMENT_ROLE, "commitment", commitment);
  gint64 maker = 0;

  for (guint i = 0; i < roles->len; i++)
    {
      TpRecord *role = g_ptr_array_index (roles, i);

      if (g_strcmp0 (tp_record_get_text (role, "role"), "maker") != 0)
        return tp_record_get_number (role, "organisation");
      if (maker == 0)
        maker = tp_record_get_number (role, "organisation");
    }
  return maker;
}

static void
add_name (TpCommitmentForm *self, gint64 id, const char *name)
{
  g_strv_builder_add (self->builder, name);
  g_array_append_val (self->ids, id);
}

static gboolean
take_organisations (TpCommitmentForm *self, TpReader *reader, gint64 chosen, GError **error)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_ORGANISATION);
  g_autoptr (GPtrArray) records = tp_reader_records (reader, query, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_sort_values (records, compare_titles);
  add_name (self, 0, _ ("New Organisation…"));
  for (guint i = 0; i < records->len; i++)
    {
      TpRecord *record = g_ptr_array_index (records, i);

      if (tp_record_get_id (record) == chosen)
        self->chosen = self->ids->len;
      add_name (self, tp_record_get_id (record), tp_record_get_title (record));
    }
  self->names = g_strv_builder_end (self->builder);
  return TRUE;
}

/**
 * tp_commitment_form_read:
 * @reader: a reader
 * @id: points to the id of a commitment, or to 0 for a new one
 * @error: return location
 *
 * A #TpReadFunc.
 *
 * Returns: (transfer full) (nullable) (type TpCommitmentForm): the promise as it
 *   stands, with the organisations there are; %TP_ERROR_NOT_FOUND where it is gone
 */
gpointer
tp_commitment_form_read (TpReader *reader, gpointer id, GError **error)
{
  g_autoptr (TpCommitmentForm) self = g_object_new (TP_TYPE_COMMITMENT_FORM, NULL);
  gint64 commitment = *(const gint64 *) id;

  if (commitment == 0)
    {
      self->record = tp_record_new (TP_KIND_COMMITMENT);
      tp_record_set_text (self->record, "status", "announced");
    }
  else
    {
      self->record = tp_reader_get (reader, TP_KIND_COMMITMENT, commitment);
      g_ptr_array_unref (self->indicators);
      self->indicators = tp_reader_children (reader, TP_KIND_INDICATOR, "commitment", commitment);
    }
  if (self->record == NULL)
    {
      g_set_error_literal (error, TP_ERROR, TP_ERROR_NOT_FOUND,
                           _ ("This commitment is not in the workspace any more. Close the dialog and "
                              "choose another."));
      return NULL;
    }
  return take_organisations (self, reader, commitment != 0 ? organisation_of (reader, commitment) : 0, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/**
 * tp_commitment_form_get_record:
 * @self: what a form starts with
 *
 * Returns: (transfer none): the commitment, unsealed
 */
TpRecord *
tp_commitment_form_get_record (TpCommitmentForm *self)
{
  return self->record;
}

/**
 * tp_commitment_form_get_indicators:
 * @self: what a form starts with
 *
 * Returns: (transfer none) (element-type TpRecord): its indicators
 */
GPtrArray *
tp_commitment_form_get_indicators (TpCommitmentForm *self)
{
  return self->indicators;
}

/**
 * tp_commitment_form_get_names:
 * @self: what a form starts with
 *
 * Returns: (transfer none): the organisations to choose from, by name
 */
const char *const *
tp_commitment_form_get_names (TpCommitmentForm *self)
{
  return (const char *const *) self->names;
}

/**
 * tp_commitment_form_get_chosen:
 * @self: what a form starts with
 *
 * Returns: the place of its organisation among the names
 */
guint
tp_commitment_form_get_chosen (TpCommitmentForm *self)
{
  return self->chosen;
}

/**
 * tp_commitment_form_organisation:
 * @self: a form
 * @place: a place in its names
 *
 * Returns: the organisation's id, 0 for the first name, which stands for a new one
 */
gint64
tp_commitment_form_organisation (TpCommitmentForm *self, guint place)
{
  return place < self->ids->len ? g_array_index (self->ids, gint64, place) : 0;
}
