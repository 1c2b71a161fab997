/* fixture.h: a workspace in a folder of its own, for the tests of the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

typedef struct
{
  char *folder;
  char *path;
  TpStore *store;
} Fixture;

void fixture_set_up    (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);
void fixture_reopen    (Fixture *self);

/* Everything in the record tables as text, for comparing states. */
char *fixture_dump     (TpStore *store);

gint64 fixture_insert  (TpStore *store, TpRecord *record);
TpRecord *fixture_exporter (const char *name, const char *uscc);
