/* detail-line.c: a line of a list beside a record: evidence, an event, a change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "detail-line.h"

struct _TpDetailLine
{
  GObject parent_instance;

  char *title;
  char *subtitle;
  char *note;    /* at the end of the line: a date */
  char *number;  /* of a footnote */
  char *tooltip;
  char *uri;     /* what it opens: an address … */
  char *view;    /* … a view of the window … */
  TpKind kind;   /* … or a record */
  gint64 id;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_NOTE,
  PROP_NUMBER,
  PROP_TOOLTIP,
  PROP_OPENS,
  PROP_EXTERNAL,
  PROP_TARGET,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TpDetailLine, tp_detail_line, G_TYPE_OBJECT)

/* What it opens, as one text, so that lines can be told apart. */
static char *
target_of (TpDetailLine *self)
{
  if (self->uri != NULL || self->view != NULL)
    return g_strdup (self->uri != NULL ? self->uri : self->view);
  return self->kind != TP_KIND_NONE
             ? g_strdup_printf ("%s %" G_GINT64_FORMAT, tp_kind_token (self->kind), self->id)
             : NULL;
}

static void
tp_detail_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TpDetailLine *self = TP_DETAIL_LINE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_NUMBER:
      g_value_set_string (value, self->number);
      break;
    case PROP_TOOLTIP:
      g_value_set_string (value, self->tooltip);
      break;
    case PROP_OPENS:
      g_value_set_boolean (value, self->uri != NULL || self->view != NULL || self->kind != TP_KIND_NONE);
      break;
    case PROP_EXTERNAL:
      g_value_set_boolean (value, self->uri != NULL);
      break;
    case PROP_TARGET:
      g_value_take_string (value, target_of (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tp_detail_line_finalize (GObject *object)
{
  TpDetailLine *self = TP_DETAIL_LINE (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->note);
  g_free (self->number);
  g_free (self->tooltip);
  g_free (self->uri);
  g_free (self->view);
  G_OBJECT_CLASS (tp_detail_line_parent_class)->finalize (object);
}

static void
tp_detail_line_class_init (TpDetailLineClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tp_detail_line_get_property;
  object_class->finalize = tp_detail_line_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  props[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, NULL, flags);
  props[PROP_TOOLTIP] = g_param_spec_string ("tooltip", NULL, NULL, NULL, flags);
  props[PROP_OPENS] = g_param_spec_boolean ("opens", NULL, NULL, FALSE, flags);
  props[PROP_EXTERNAL] = g_param_spec_boolean ("external", NULL, NULL, FALSE, flags);
  props[PROP_TARGET] = g_param_spec_string ("target", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tp_detail_line_init (TpDetailLine *self)
{
  self->kind = TP_KIND_NONE;
}

/**
 * tp_detail_line_new:
 * @title: its words
 * @subtitle: (nullable): more of them, below
 * @note: (nullable): a few words at its end, such as a date
 *
 * Returns: (transfer full): a line that opens nothing
 */
TpDetailLine *
tp_detail_line_new (const char *title, const char *subtitle, const char *note)
{
  TpDetailLine *self = g_object_new (TP_TYPE_DETAIL_LINE, NULL);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->note = g_strdup (note);
  return self;
}

/**
 * tp_detail_line_set_number:
 * @self: a line
 * @number: the footnote's number, from 1
 */
void
tp_detail_line_set_number (TpDetailLine *self, guint number)
{
  g_free (self->number);
  self->number = g_strdup_printf ("%u", number);
}

/**
 * tp_detail_line_set_uri:
 * @self: a line
 * @uri: (nullable): what activating it opens outside of the program
 */
void
tp_detail_line_set_uri (TpDetailLine *self, const char *uri)
{
  g_set_str (&self->uri, uri);
}

/**
 * tp_detail_line_set_record:
 * @self: a line
 * @kind: a kind
 * @id: the record that activating it opens
 */
void
tp_detail_line_set_record (TpDetailLine *self, TpKind kind, gint64 id)
{
  self->kind = kind;
  self->id = id;
}

/**
 * tp_detail_line_set_action:
 * @self: a line
 * @view: the view of the window that it opens: "funds"
 */
void
tp_detail_line_set_action (TpDetailLine *self, const char *view)
{
  g_set_str (&self->view, view);
}

/**
 * tp_detail_line_set_tooltip:
 * @self: a line
 * @tooltip: (nullable): what is said beside the pointer
 */
void
tp_detail_line_set_tooltip (TpDetailLine *self, const char *tooltip)
{
  g_set_str (&self->tooltip, tooltip);
}

/**
 * tp_detail_line_get_title:
 * @self: a line
 *
 * Returns: (transfer none): its words
 */
const char *
tp_detail_line_get_title (TpDetailLine *self)
{
  return self->title;
}

/**
 * tp_detail_line_get_subtitle:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its smaller words
 */
const char *
tp_detail_line_get_subtitle (TpDetailLine *self)
{
  return self->subtitle;
}

/**
 * tp_detail_line_get_uri:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what it opens outside of the program
 */
const char *
tp_detail_line_get_uri (TpDetailLine *self)
{
  return self->uri;
}

/**
 * tp_detail_line_get_view:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the view that it shows
 */
const char *
tp_detail_line_get_view (TpDetailLine *self)
{
  return self->view;
}

/**
 * tp_detail_line_get_record:
 * @self: a line
 * @id: (out): the record's id
 *
 * Returns: the kind of the record it opens, or %TP_KIND_NONE
 */
TpKind
tp_detail_line_get_record (TpDetailLine *self, gint64 *id)
{
  *id = self->id;
  return self->kind;
}

/**
 * tp_footnote_mark:
 * @number: a footnote's number; 0: none
 *
 * Returns: (transfer full): the number as raised digits, "" for none
 */
char *
tp_footnote_mark (guint number)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *plain = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
  GString *mark = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p++)
    g_string_append (mark, digits[*p - '0']);
  return g_string_free (mark, FALSE);
}
