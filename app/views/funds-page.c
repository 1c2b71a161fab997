/* funds-page.c: the funds: figures and ledger of one at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "funds-page.h"

#include "closures.h"
#include "error.h"
#include "feedback.h"
#include "fund-dialog.h"
#include "ledger.h"
#include "page-banner.h"
#include "post-entry-dialog.h"
#include "record-list.h"
#include "reverse-dialog.h"
#include "table.h"
#include "widgets.h"

#include <glib/gi18n-lib.h>

/* Funds that are compared when one is chosen to begin with. */
#define MOST_COMPARED 64

struct _TpFundsPage
{
  TpViewPage parent_instance;

  TpRecordList *funds;
  gint64 fund;   /* the one that is shown, or 0 */
  gint64 wanted; /* the one to show once it is in the list, or 0 */
  gboolean settled; /* a fund was shown: stay on it */
  TpLedger *ledger;

  GtkDropDown *fund_choice;
  GtkStack *states;
  GtkStack *lists;
  GtkToggleButton *search_button;
  GtkSearchEntry *search_entry;
  GtkSingleSelection *selection;
  GtkColumnView *table;
  GtkListView *rows;
};

enum
{
  PROP_0,
  PROP_LEDGER,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpFundsPage, tp_funds_page, TP_TYPE_VIEW_PAGE)

static TpLedgerRow *
selected_row (TpFundsPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_actions (TpFundsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TpLedgerRow *row = selected_row (self);
  gboolean writable = tp_view_page_get_workspace (TP_VIEW_PAGE (self)) != NULL && !tp_workspace_is_read_only (tp_view_page_get_workspace (TP_VIEW_PAGE (self)));
  gboolean shown = self->ledger != NULL;

  gtk_widget_action_set_enabled (widget, "page.new", writable && shown);
  gtk_widget_action_set_enabled (widget, "page.new-fund", writable);
  gtk_widget_action_set_enabled (widget, "page.edit-fund", writable && shown);
  gtk_widget_action_set_enabled (widget, "page.reverse",
                                 writable && row != NULL && tp_ledger_row_can_reverse (row));
  gtk_widget_action_set_enabled (widget, "page.search", shown);
  gtk_widget_action_set_enabled (
      widget, "page.open-commitment",
      shown && tp_record_is_set (tp_ledger_get_fund (self->ledger), "commitment"));
}

/* Reading */

static void
show_state (TpFundsPage *self)
{
  gboolean any = self->funds != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->funds)) > 0;
  gboolean waiting = self->funds == NULL || tp_record_list_is_loading (self->funds);

  if (any && self->ledger != NULL)
    gtk_stack_set_visible_child_name (self->states, "fund");
  else
    gtk_stack_set_visible_child_name (self->states, any || waiting ? "loading" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->fund_choice), any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_button), any);
  update_actions (self);
}

static void
ledger_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TpFundsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TpLedger) ledger = tp_workspace_read_finish (TP_WORKSPACE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (ledger == NULL && !g_error_matches (error, TP_ERROR, TP_ERROR_NOT_FOUND))
    tp_show_error (GTK_WIDGET (self), error);
  g_set_object (&self->ledger, ledger);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEDGER]);
  show_state (self);
}

/* Where a person begins: with the fund of the largest promise in the workspace's
 * currency, else the first. Of a great many only the first are looked at. */
static guint
largest_fund (TpFundsPage *self)
{
  TpWorkspace *workspace = tp_view_page_get_workspace (TP_VIEW_PAGE (self));
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->funds)), MOST_COMPARED);
  gint64 most = 0;
  guint place = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TpRecord) fund = g_list_model_get_item (G_LIST_MODEL (self->funds), i);
      g_autoptr (TpRecord) commitment
          = fund != NULL && tp_record_is_set (fund, "commitment")
                ? tp_workspace_get (workspace, TP_KIND_COMMITMENT, tp_record_get_number (fund, "commitment"))
                : NULL;
      gint64 capital = commitment != NULL ? tp_record_get_number_or (commitment, "capital", 0) : 0;

      if (capital > most
          && g_strcmp0 (tp_record_get_text (commitment, "currency"), tp_workspace_get_currency (workspace)) == 0)
        {
          most = capital;
          place = i;
        }
    }
  return place;
}

/* The list of funds came or changed: stay on the one that is shown. */
static void
funds_changed_cb (TpFundsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->funds));
  guint place = self->wanted != 0 ? tp_record_list_find (self->funds, self->wanted) : G_MAXUINT;

  if (place != G_MAXUINT)
    self->wanted = 0;
  else if (self->settled)
    place = tp_record_list_find (self->funds, self->fund);
  if (place == G_MAXUINT)
    place = n > 0 ? largest_fund (self) : GTK_INVALID_LIST_POSITION;
  self->settled = n > 0;
  if (gtk_drop_down_get_selected (self->fund_choice) != place)
    gtk_drop_down_set_selected (self->fund_choice, place);
  show_state (self);
}

static void
fund_chosen_cb (TpFundsPage *self)
{
  TpRecord *fund = gtk_drop_down_get_selected_item (self->fund_choice);
  gint64 id = fund != NULL ? tp_record_get_id (fund) : 0;

  /* While the list is being replaced nothing is selected for a moment. */
  if (id == 0 && self->funds != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->funds)) > 0)
    return;
  if (id == self->fund && self->ledger != NULL)
    return;
  self->fund = id;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tp_view_page_reload (TP_VIEW_PAGE (self));
}

static void
take_funds (TpFundsPage *self)
{
  g_autoptr (TpQuery) query = tp_query_new (TP_KIND_FUND);

  gtk_drop_down_set_model (self->fund_choice, NULL);
  g_clear_object (&self->funds);
  self->fund = self->wanted = 0;
  self->settled = FALSE;
  if (tp_view_page_get_workspace (TP_VIEW_PAGE (self)) == NULL)
    return;
  self->funds = tp_record_list_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), TP_KIND_FUND, TP_TYPE_FUND, NULL);
  g_signal_connect_object (self->funds, "items-changed", G_CALLBACK (funds_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->funds, "notify::loading", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_model (self->fund_choice, G_LIST_MODEL (self->funds));
  tp_query_set_sort (query, "title", FALSE);
  tp_record_list_set_query (self->funds, query);
}

/* Closures of the template */

static char *
fund_title (gpointer object)
{
  return g_strdup (TP_IS_RECORD (object) ? tp_record_get_title (object) : "");
}

static char *
fund_item_title (gpointer object, gpointer fund)
{
  return fund_title (fund);
}

/* The mark of the chosen fund keeps its place in the others' rows. */
static double
mark_opacity (gpointer object, gboolean selected)
{
  return selected ? 1 : 0;
}

static char *
row_text (gpointer object)
{
  g_autofree char *details = NULL, *reference = NULL, *type = NULL, *amount = NULL, *date = NULL;

  if (!TP_IS_LEDGER_ROW (object))
    return NULL;
  g_object_get (object, "details", &details, "reference", &reference, "entry-type", &type, "amount",
                &amount, "date", &date, NULL);
  return g_strjoin (" ", reference, date, type, amount, details != NULL ? details : "", NULL);
}

static char **
amount_classes (gpointer object, gboolean reversed)
{
  const char *classes[] = { "numeric", reversed ? "struck" : NULL, NULL };

  return g_strdupv ((char **) classes);
}

static char **
details_classes (gpointer object, gboolean reversed)
{
  const char *classes[] = { reversed ? "struck" : NULL, NULL };

  return g_strdupv ((char **) classes);
}

static char *
overrun_text (gpointer object)
{
  return g_strdup (_ ("Confirmed overrun"));
}

static char *
link_markup (gpointer object, const char *text)
{
  return text != NULL ? g_markup_printf_escaped ("<a href=\"entry\">%s</a>", text) : NULL;
}

/* In a narrow window an entry without details is headed by its kind. */
static char *
details_or_type (gpointer object, const char *details, const char *type)
{
  return g_strdup (details != NULL && details[0] != '\0' ? details : type);
}

static gboolean
is_nothing_found (gpointer object, guint n_items, const char *search)
{
  return n_items == 0 && search != NULL && search[0] != '\0';
}

/* Goes to the entry that a reversal reverses, or to the reversal of an entry. */
static gboolean
link_activated_cb (GtkLabel *label, const char *uri, GtkListItem *item)
{
  TpFundsPage *self = TP_FUNDS_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (label), TP_TYPE_FUNDS_PAGE));
  guint place = tp_ledger_row_get_other (gtk_list_item_get_item (item));

  if (place == G_MAXUINT)
    return TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_column_view_scroll_to (self->table, place, NULL, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  gtk_list_view_scroll_to (self->rows, place, GTK_LIST_SCROLL_SELECT, NULL);
  return TRUE;
}

/* Actions */

static void
present_entry (TpFundsPage *self, TpLedgerRow *row)
{
  adw_dialog_present (tp_reverse_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), tp_ledger_row_get_entry (row)),
                      GTK_WIDGET (self));
}

static void
activate_cb (TpFundsPage *self, guint position)
{
  g_autoptr (TpLedgerRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    present_entry (self, row);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpFundsPage *self = TP_FUNDS_PAGE (widget);

  adw_dialog_present (tp_post_entry_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), tp_ledger_get_fund (self->ledger), tp_view_page_get_as_of (TP_VIEW_PAGE (self))),
                      widget);
}

static void
reverse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpFundsPage *self = TP_FUNDS_PAGE (widget);
  TpLedgerRow *row = selected_row (self);

  if (row != NULL)
    present_entry (self, row);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpFundsPage *self = TP_FUNDS_PAGE (widget);

  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (TP_FUNDS_PAGE (widget)->search_entry), "");
}

static void
new_fund_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpFundsPage *self = TP_FUNDS_PAGE (widget);
  AdwDialog *dialog = tp_fund_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), NULL);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (tp_funds_page_show_fund), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
edit_fund_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpFundsPage *self = TP_FUNDS_PAGE (widget);

  adw_dialog_present (tp_fund_dialog_new (tp_view_page_get_workspace (TP_VIEW_PAGE (self)), tp_ledger_get_fund (self->ledger)), widget);
}

static void
open_commitment_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TpRecord *fund = tp_ledger_get_fund (TP_FUNDS_PAGE (widget)->ledger);

  gtk_widget_activate_action (widget, "win.open-record", "(sx)", tp_kind_token (TP_KIND_COMMITMENT),
                              tp_record_get_number (fund, "commitment"));
}

/* The page */

/**
 * tp_funds_page_show_fund:
 * @self: a page
 * @fund: a fund's id
 *
 * Shows that fund, now or as soon as it is in the list.
 */
void
tp_funds_page_show_fund (TpFundsPage *self, gint64 fund)
{
  guint place;

  g_return_if_fail (TP_IS_FUNDS_PAGE (self));
  place = self->funds != NULL ? tp_record_list_find (self->funds, fund) : G_MAXUINT;
  if (place != G_MAXUINT)
    {
      gtk_drop_down_set_selected (self->fund_choice, place);
      return;
    }
  self->wanted = fund;
}

static void
tp_funds_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpFundsPage *self = TP_FUNDS_PAGE (object);

  switch (id)
    {
    case PROP_LEDGER:
      g_value_set_object (value, self->ledger);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
show_no_ledger (TpFundsPage *self)
{
  g_clear_object (&self->ledger);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEDGER]);
  show_state (self);
}

static void
tp_funds_page_load (TpViewPage *page, GCancellable *cancellable)
{
  TpFundsPage *self = TP_FUNDS_PAGE (page);
  TpLedgerRequest *request;

  if (self->fund == 0)
    {
      show_no_ledger (self);
      return;
    }
  request = g_new (TpLedgerRequest, 1);
  *request = (TpLedgerRequest) { self->fund, tp_view_page_get_as_of (page) };
  tp_workspace_read (tp_view_page_get_workspace (page), tp_ledger_read, request, g_free, g_object_unref,
                     cancellable, ledger_read_cb, g_object_ref (self));
}

static void
tp_funds_page_clear (TpViewPage *page)
{
  take_funds (TP_FUNDS_PAGE (page));
  show_no_ledger (TP_FUNDS_PAGE (page));
}

static gboolean
depends_on (guint64 kinds)
{
  return tp_kinds_have (kinds, TP_KIND_ENTRY) || tp_kinds_have (kinds, TP_KIND_FUND)
         || tp_kinds_have (kinds, TP_KIND_COMMITMENT) || tp_kinds_have (kinds, TP_KIND_INDICATOR);
}

static void
tp_funds_page_dispose (GObject *object)
{
  TpFundsPage *self = TP_FUNDS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TP_TYPE_FUNDS_PAGE);
  g_clear_object (&self->funds);
  g_clear_object (&self->ledger);
  G_OBJECT_CLASS (tp_funds_page_parent_class)->dispose (object);
}

static void
tp_funds_page_class_init (TpFundsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TpViewPageClass *page_class = TP_VIEW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tp_funds_page_get_property;
  object_class->dispose = tp_funds_page_dispose;
  page_class->load = tp_funds_page_load;
  page_class->clear = tp_funds_page_clear;
  page_class->depends_on = depends_on;
  props[PROP_LEDGER] = g_param_spec_object ("ledger", NULL, NULL, TP_TYPE_LEDGER,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (TP_TYPE_PAGE_BANNER);
  g_type_ensure (TP_TYPE_LEDGER_ROW);
  tp_widgets_ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/TradePivot/ui/funds-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TpFundsPage, fund_choice);
  gtk_widget_class_bind_template_child (widget_class, TpFundsPage, states);
  gtk_widget_class_bind_template_child (widget_class, TpFundsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, TpFundsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TpFundsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TpFundsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TpFundsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TpFundsPage, rows);
  gtk_widget_class_bind_template_callback (widget_class, fund_title);
  gtk_widget_class_bind_template_callback (widget_class, fund_item_title);
  gtk_widget_class_bind_template_callback (widget_class, mark_opacity);
  gtk_widget_class_bind_template_callback (widget_class, fund_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_text);
  gtk_widget_class_bind_template_callback (widget_class, amount_classes);
  gtk_widget_class_bind_template_callback (widget_class, details_classes);
  gtk_widget_class_bind_template_callback (widget_class, overrun_text);
  gtk_widget_class_bind_template_callback (widget_class, link_markup);
  gtk_widget_class_bind_template_callback (widget_class, details_or_type);
  tp_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, is_nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.clear-search", NULL, clear_search_action);
  gtk_widget_class_install_action (widget_class, "page.reverse", NULL, reverse_action);
  gtk_widget_class_install_action (widget_class, "page.new-fund", NULL, new_fund_action);
  gtk_widget_class_install_action (widget_class, "page.edit-fund", NULL, edit_fund_action);
  gtk_widget_class_install_action (widget_class, "page.open-commitment", NULL, open_commitment_action);
}

static void
tp_funds_page_init (TpFundsPage *self)
{
  static const char *const at_end[] = { "amount", "available", "undelivered", NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  tp_table_align_end (self->table, at_end);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
}
