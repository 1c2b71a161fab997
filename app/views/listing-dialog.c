/* listing-dialog.c: a product in a channel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "listing-dialog.h"

#include "date-row.h"
#include "edit-listing.h"
#include "fact.h"
#include "pick-row.h"

#include <glib/gi18n-lib.h>

struct _TpListingDialog
{
  TpRecordForm parent_instance;

  TpPickRow *product;
  TpPickRow *enrolment;
  TpPickRow *channel;
  TpDateRow *live_from;
  TpDateRow *until;

  guint n_enrolments; /* that take listings */
};

G_DEFINE_FINAL_TYPE (TpListingDialog, tp_listing_dialog, TP_TYPE_RECORD_FORM)

/* The programme has a channel of its own. */
static void
propose_channel (TpListingDialog *self)
{
  TpWorkspace *workspace = tp_record_form_get_workspace (TP_RECORD_FORM (self));
  gint64 id = tp_pick_row_get_id (self->enrolment);
  g_autoptr (TpRecord) enrolment = id != 0 ? tp_workspace_get (workspace, TP_KIND_ENROLMENT, id) : NULL;
  g_autoptr (TpRecord) programme
      = enrolment != NULL
            ? tp_workspace_get (workspace, TP_KIND_PROGRAMME, tp_record_get_number (enrolment, "programme"))
            : NULL;

  if (programme != NULL && tp_record_is_set (programme, "channel"))
    tp_pick_row_set_id (self->channel, tp_record_get_number (programme, "channel"));
}

static void
enrolment_chosen (TpListingDialog *self)
{
  propose_channel (self);
  tp_record_form_changed (TP_RECORD_FORM (self));
}

/* A listing counts for its programme alone: the only one there is is proposed, where the
 * person has not begun to choose. */
static void
propose_enrolment (TpListingDialog *self)
{
  GListModel *items = adw_combo_row_get_model (ADW_COMBO_ROW (self->enrolment));
  guint n = g_list_model_get_n_items (items);
  gint64 only = 0;

  self->n_enrolments = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TpFact) item = g_list_model_get_item (items, i);
      const char *status = tp_fact_get_status (item);

      if (g_strcmp0 (status, "accepted") != 0 && g_strcmp0 (status, "live") != 0)
        continue;
      only = tp_fact_get_id (item);
      self->n_enrolments++;
    }
  if (self->n_enrolments == 1 && tp_pick_row_get_id (self->enrolment) == 0
      && tp_record_form_get_base (TP_RECORD_FORM (self)) == NULL)
    {
      tp_pick_row_set_id (self->enrolment, only);
      propose_channel (self);
    }
  tp_record_form_review (TP_RECORD_FORM (self));
}

static void
reviewed (TpRecordForm *form, TpRecord *listing)
{
  TpListingDialog *self = TP_LISTING_DIALOG (form);
  gboolean counts = tp_pick_row_get_id (self->enrolment) != 0 || self->n_enrolments == 0;

  tp_record_form_set_hint (form, counts ? NULL
                                        : _ ("Choose the enrolment under which it is listed: without one it counts "
                                             "for no programme."));
}

/* Live or delisted follows from the days. */
static gboolean
read_form (TpRecordForm *form, TpRecord *listing, GError **error)
{
  tp_record_set_text (listing, "status", tp_record_is_set (listing, "until") ? "delisted" : "live");
  return TRUE;
}

static char *
done (TpRecordForm *form, TpRecord *listing, gboolean is_new)
{
  g_autoptr (TpRecord) product = tp_workspace_get (tp_record_form_get_workspace (form), TP_KIND_PRODUCT,
                                                   tp_record_get_number (listing, "product"));
  const char *title = product != NULL ? tp_record_get_title (product) : "";

  if (is_new)
    /* Translators: a product's name */
    return g_strdup_printf (C_ ("listing", "“%s” listed"), title);
  if (tp_record_is_set (listing, "until"))
    /* Translators: a product's name */
    return g_strdup_printf (C_ ("listing", "“%s” delisted"), title);
  /* Translators: a product's name */
  return g_strdup_printf (C_ ("listing", "Listing of “%s” saved"), title);
}

/* The next product in the same place. */
static void
again (TpRecordForm *form)
{
  TpListingDialog *self = TP_LISTING_DIALOG (form);

  tp_pick_row_set_id (self->product, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->product));
}

static void
tp_listing_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TP_TYPE_LISTING_DIALOG);
  G_OBJECT_CLASS (tp_listing_dialog_parent_class)->dispose (object);
}

static void
tp_listing_dialog_class_init (TpListingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TpRecordFormClass *form_class = TP_RECORD_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tp_listing_dialog_dispose;
  form_class->run = tp_edit_listing_run;
  form_class->add_verb = "add-listing";
  form_class->edit_verb = "edit-listing";
  form_class->read = read_form;
  form_class->reviewed = reviewed;
  form_class->done = done;
  form_class->again = again;
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/listing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TpListingDialog, product);
  gtk_widget_class_bind_template_child (widget_class, TpListingDialog, enrolment);
  gtk_widget_class_bind_template_child (widget_class, TpListingDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, TpListingDialog, live_from);
  gtk_widget_class_bind_template_child (widget_class, TpListingDialog, until);
}

static void
tp_listing_dialog_init (TpListingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tp_listing_dialog_new:
 * @workspace: a workspace
 * @exporter: whose products may be chosen
 * @listing: (nullable): the listing to change; %NULL for a new one
 * @product: the product to propose, 0 for none
 * @enrolment: the enrolment to propose, 0 for none
 * @ending: whether it is to be delisted: a day is proposed
 * @as_of: the day that is looked at: proposed, or today where it is later
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tp_listing_dialog_new (TpWorkspace *workspace, gint64 exporter, TpRecord *listing, gint64 product, gint64 enrolment,
                       gboolean ending, TpDay as_of)
{
  TpListingDialog *self = g_object_new (TP_TYPE_LISTING_DIALOG, NULL);
  g_autoptr (TpRecord) start = listing != NULL ? tp_record_edit (listing) : tp_record_new (TP_KIND_LISTING);
  TpDay day = MIN (as_of, tp_workspace_get_today (workspace));

  if (product != 0)
    tp_record_set_number (start, "product", product);
  if (enrolment != 0)
    tp_record_set_number (start, "enrolment", enrolment);
  if (!tp_record_is_set (start, "live_from"))
    tp_record_set_day (start, "live_from", day);
  if (ending && !tp_record_is_set (start, "until"))
    tp_record_set_day (start, "until", MAX (day, tp_record_get_day (start, "live_from")));
  adw_dialog_set_title (ADW_DIALOG (self), listing == NULL ? C_ ("dialog", "List a Product")
                                           : ending        ? C_ ("dialog", "Delist")
                                                           : C_ ("dialog", "Edit Listing"));
  if (listing == NULL)
    tp_record_form_set_save_label (TP_RECORD_FORM (self), C_ ("button", "_List"));
  else if (ending)
    tp_record_form_set_save_label (TP_RECORD_FORM (self), C_ ("button", "_Delist"));
  tp_pick_row_fill (self->product, workspace, exporter);
  tp_pick_row_fill (self->enrolment, workspace, exporter);
  tp_pick_row_fill (self->channel, workspace, 0);
  if (ending)
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->until));
  tp_record_form_start (TP_RECORD_FORM (self), workspace, start, listing);
  g_signal_connect_object (self->enrolment, "notify::record-id", G_CALLBACK (enrolment_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->enrolment, "filled", G_CALLBACK (propose_enrolment), self, G_CONNECT_SWAPPED);
  if (listing == NULL && enrolment != 0)
    propose_channel (self);
  else if (ending)
    tp_record_form_changed (TP_RECORD_FORM (self));
  return ADW_DIALOG (self);
}
