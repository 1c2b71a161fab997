/* test-exporter-criteria.c: filters as text, as a query and in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "error.h"
#include "exporter-criteria.h"

#define DAY(y, m, d) tp_day_new (y, m, d)

static TpReader *
reader_of (Fixture *self)
{
  return tp_store_main_reader (self->store);
}

static gint64
add (Fixture *self, TpKind kind, const char *key, const char *name_field, const char *name)
{
  g_autoptr (TpRecord) record = tp_record_new (kind);

  tp_record_set_text (record, "key", key);
  tp_record_set_text (record, name_field, name);
  if (kind == TP_KIND_CHANNEL)
    tp_record_set_text (record, "kind", "marketplace");
  if (kind == TP_KIND_REQUIREMENT)
    {
      tp_record_set_text (record, "stage", "compliance");
      tp_record_set_text (record, "applies", "all");
    }
  return fixture_insert (self->store, record);
}

static void
add_names (Fixture *self)
{
  add (self, TP_KIND_PROGRAMME, "jd-buying", "title", "JD procurement");
  add (self, TP_KIND_REQUIREMENT, "ccc", "title", "CCC certificate");
  add (self, TP_KIND_CHANNEL, "tmall", "name", "Tmall; shop = best, 100%");
}

static void
assert_formats (Fixture *self, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpExporterCriteria) criteria = tp_exporter_criteria_parse (reader_of (self), text, &error);
  g_autofree char *once = NULL;
  g_autoptr (TpExporterCriteria) again = NULL;
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  once = tp_exporter_criteria_format (criteria);
  g_assert_cmpstr (once, ==, expected);
  again = tp_exporter_criteria_parse (reader_of (self), once, &error);
  g_assert_no_error (error);
  twice = tp_exporter_criteria_format (again);
  g_assert_cmpstr (twice, ==, expected);
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  add_names (self);
  assert_formats (self, NULL, "");
  assert_formats (self, " ; ;", "");
  assert_formats (self, "stage=selling,listed;province=33", "province=33;stage=listed,selling");
  assert_formats (self, "province=浙江,Jiangsu,33", "province=32,33");
  assert_formats (self, "overdue=1;owner=Lin Yue;at_risk>=800000000;sort=at_risk:desc",
                  "at_risk>=800000000;overdue=1;owner=Lin Yue;sort=at_risk:desc");
  assert_formats (self, "owner=", "owner=");
  assert_formats (self, "owner=@me", "owner=@me");
  assert_formats (self, "programme=JD procurement", "programme=jd-buying");
  assert_formats (self, "requirement=ccc", "requirement=ccc");
  assert_formats (self, "channel=Tmall%3B shop %3D best%2C 100%25", "channel=tmall");
  assert_formats (self, "search=a%3Bb%3D", "search=a%3Bb%3D");
  assert_formats (self, "hs_chapter=7,73", "hs_chapter=07,73");
  assert_formats (self, "stage_days>=30;stage_days<=90", "stage_days>=30;stage_days<=90");
  assert_formats (self, "expiring<=2025-5-1", "expiring<=2025-05-01");
  assert_formats (self, "expiring<=+30;last_activity<=-14", "expiring<=+30;last_activity<=-14");
  assert_formats (self, "us_share>=6000;annual_export<=5000;open_requirements=0",
                  "annual_export<=5000;open_requirements=0;us_share>=6000");
  assert_formats (self, "reached=listed;short_of=selling;id=5,7;city=宁波",
                  "city=宁波;id=5,7;reached=listed;short_of=selling");
  /* What is said twice is said once; a second bound takes the place of the first */
  assert_formats (self, "province=33;province=32", "province=32,33");
  assert_formats (self, "province=33,33;at_risk>=1;at_risk>=2;sort=name:asc", "at_risk>=2;province=33;sort=name");
}

static void
test_faults (Fixture *self, gconstpointer data)
{
  static const char *const faults[] = {
    "stage",           "=33",           "planet=Mars",      "stage=flying",    "stage=",
    "province=Mars",   "at_risk=5",     "at_risk>=lots",    "at_risk>=",       "overdue=0",
    "overdue=",        "programme=none", "requirement=12",  "hs_chapter=0",   "hs_chapter=98",
    "reached=on_hold", "reached=listed,selling", "short_of=", "expiring>=2025-05-01", "expiring<=soon",
    "stage_days=30",   "owner>=5",      "owner=%zz",        "province=33,",    "sort=planet",
    "sort=name:up",    "sort=overdue",  "sort=",            "merged_into=5",   "search=%",
    "uscc>=9",         "id=",           "last_activity=2025-05-01",
  };

  add_names (self);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      TpExporterCriteria *criteria = tp_exporter_criteria_parse (reader_of (self), faults[i], &error);

      g_test_message ("%s: %s", faults[i], error != NULL ? error->message : "no fault");
      g_assert_null (criteria);
      g_assert_nonnull (error);
      g_assert_true (error->domain == TP_ERROR);
    }
}

static void
test_words (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *part;
    const char *words;
  } cases[] = {
    { "at_risk>=800000000", "At risk ≥ CN¥8 m" },
    { "at_risk<=800000000", "At risk ≤ CN¥8 m" },
    { "annual_export>=800000000", "Annual export value ≥ CN¥8 m" },
    { "us_share>=6000", "US share ≥ 60%" },
    { "us_share=", "US share not stated" },
    { "hs_chapter=73", "HS 73 Iron and steel goods" },
    { "owner=Lin Yue", "Owner: Lin Yue" },
    { "owner=Lin Yue,@me", "Owner: Lin Yue, me" },
    { "owner=", "No owner" },
    { "province=33", "Zhejiang" },
    { "province=33,32", "Zhejiang, Jiangsu" },
    { "province=", "Province not stated" },
    { "stage=listed,selling", "Listed, Selling" },
    { "requirement=ccc", "CCC certificate open" },
    { "overdue=1", "Overdue" },
    { "programme=jd-buying", "Enrolled: JD procurement" },
    { "channel=tmall", "Listed on: Tmall; shop = best, 100%" },
    { "stage_days>=30", "In stage 30 days or more" },
    { "stage_days>=1", "In stage 1 day or more" },
    { "stage_days<=7", "In stage 7 days at most" },
    { "expiring<=2025-05-01", "Document expires by 1 May" },
    { "expiring<=2026-05-01", "Document expires by 1 May 2026" },
    { "expiring<=+30", "Document expires within 30 days" },
    { "last_activity<=-14", "No activity for 14 days" },
    { "last_activity>=2025-05-01", "Active since 1 May" },
    { "open_requirements>=3", "3 requirements or more open" },
    { "open_requirements=0", "Nothing open" },
    { "reached=listed", "Reached: Listed" },
    { "short_of=selling", "Not reached: Selling" },
    { "id=1,2,3", "3 chosen exporters" },
    { "city=Ningbo", "City: Ningbo" },
    { "sourced>=2025-03-01", "Sourced on: from 1 Mar" },
    { "archived=1", "Archived" },
  };

  add_names (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TpExporterCriteria) criteria
          = tp_exporter_criteria_parse (reader_of (self), cases[i].part, &error);
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      words = tp_criterion_words (g_ptr_array_index (tp_exporter_criteria_list (criteria), 0), reader_of (self),
                                  DAY (2025, 3, 31));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_given (Fixture *self, gconstpointer data)
{
  g_autoptr (TpExporterCriteria) criteria = tp_exporter_criteria_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  add_names (self);
  /* Amounts in major units, as people write them; names with their commas */
  g_assert_true (tp_exporter_criteria_add_given (criteria, reader_of (self), "at_risk>=8,000,000", &error));
  g_assert_true (tp_exporter_criteria_add_given (criteria, reader_of (self), "annual_export<=1.2亿", &error));
  g_assert_true (tp_exporter_criteria_add_given (criteria, reader_of (self), "us_share>=62.5%", &error));
  g_assert_true (tp_exporter_criteria_add_given (criteria, reader_of (self), "name=Foo Co., Ltd. 100%", &error));
  g_assert_true (tp_exporter_criteria_add_given (criteria, reader_of (self), "programme=JD procurement", &error));
  g_assert_no_error (error);
  text = tp_exporter_criteria_format (criteria);
  g_assert_cmpstr (text, ==,
                   "annual_export<=12000000000;at_risk>=800000000;name=Foo Co.%2C Ltd. 100%25;"
                   "programme=jd-buying;us_share>=6250");
  g_assert_false (tp_exporter_criteria_add_given (criteria, reader_of (self), "at_risk>=much", &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

/* A comma parts two people, unless somebody's name has one. Chapters have two digits. */
static void
test_given_commas (Fixture *self, gconstpointer data)
{
  g_autoptr (TpExporterCriteria) criteria = tp_exporter_criteria_new ();
  g_autoptr (TpRecord) exporter = fixture_exporter ("宁波禾澈厨具有限公司", "91330203578F758HKD");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  tp_record_set_text (exporter, "owner", "Lin, Yue");
  fixture_insert (self->store, exporter);
  g_assert_true (tp_exporter_criteria_add_given (criteria, reader_of (self), "owner=Lin, Yue", &error));
  g_assert_true (tp_exporter_criteria_add_given (criteria, reader_of (self), "city=Ningbo,Wenzhou", &error));
  g_assert_true (tp_exporter_criteria_add_given (criteria, reader_of (self), "hs_chapter=7", &error));
  g_assert_no_error (error);
  text = tp_exporter_criteria_format (criteria);
  g_assert_cmpstr (text, ==, "city=Ningbo,Wenzhou;hs_chapter=07;owner=Lin%2C Yue");
  g_assert_false (tp_exporter_criteria_add_given (criteria, reader_of (self), "hs_chapter=77", &error));
  g_assert_error (error, TP_ERROR, TP_ERROR_INVALID);
}

static guint
count (Fixture *self, const char *text, const char *author)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TpQuery) query = tp_exporter_query_parse (reader_of (self), text, DAY (2025, 6, 1), author, &error);
  g_autoptr (GArray) ids = NULL;

  g_assert_no_error (error);
  ids = tp_reader_select (reader_of (self), query, &error);
  g_assert_no_error (error);
  return ids->len;
}

static gint64
add_exporter (Fixture *self, const char *name, const char *owner, const char *province, gint64 value, gint64 share)
{
  g_autoptr (TpRecord) exporter = fixture_exporter (name, NULL);

  tp_record_set_text (exporter, "owner", owner);
  tp_record_set_text (exporter, "province", province);
  tp_record_set_text (exporter, "currency", "CNY");
  tp_record_set_day (exporter, "sourced", DAY (2025, 3, 1));
  if (value > 0)
    {
      tp_record_set_number (exporter, "annual_export", value);
      tp_record_set_number (exporter, "us_share", share);
    }
  return fixture_insert (self->store, exporter);
}

static void
test_answers (Fixture *self, gconstpointer data)
{
  g_autofree char *by_id = NULL;
  gint64 first;

  first = add_exporter (self, "宁波华锦进出口有限公司", "Lin Yue", "33", 100000000, 5000);
  add_exporter (self, "苏州安和电器有限公司", "Chen Wei", "32", 900000000, 9000);
  add_exporter (self, "佛山宏达家具有限公司", NULL, "44", 0, 0);
  by_id = g_strdup_printf ("id=%" G_GINT64_FORMAT, first);
  g_assert_cmpuint (count (self, NULL, NULL), ==, 3);
  g_assert_cmpuint (count (self, "province=33,32", NULL), ==, 2);
  g_assert_cmpuint (count (self, "owner=@me", "Lin Yue"), ==, 1);
  g_assert_cmpuint (count (self, "owner=@me", "Nobody Else"), ==, 0);
  g_assert_cmpuint (count (self, "owner=@me", NULL), ==, 0);
  g_assert_cmpuint (count (self, "owner=", NULL), ==, 1);
  g_assert_cmpuint (count (self, "at_risk>=800000000", NULL), ==, 1);
  g_assert_cmpuint (count (self, "us_share<=6000", NULL), ==, 1);
  g_assert_cmpuint (count (self, "us_share=", NULL), ==, 1);
  g_assert_cmpuint (count (self, "sourced<=2025-02-28", NULL), ==, 0);
  g_assert_cmpuint (count (self, "archived=1", NULL), ==, 0);
  g_assert_cmpuint (count (self, "search=nbhj", NULL), ==, 1);
  g_assert_cmpuint (count (self, "search=nbhj;province=32", NULL), ==, 0);
  g_assert_cmpuint (count (self, by_id, NULL), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  TEST ("/exporter-criteria/round-trip", test_round_trip);
  TEST ("/exporter-criteria/faults", test_faults);
  TEST ("/exporter-criteria/words", test_words);
  TEST ("/exporter-criteria/given", test_given);
  TEST ("/exporter-criteria/given-commas", test_given_commas);
  TEST ("/exporter-criteria/answers", test_answers);
  return g_test_run ();
}
