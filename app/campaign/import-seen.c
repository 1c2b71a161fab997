/* import-seen.c: keys, each with a number: which line of a file had it, or which
 * exporter has it.
 *
 * An open hash table of 64-bit hashes: 16 bytes a place, 32 MB for a million rows. Two
 * different keys of a million have the same hash once in some thirty million files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-plan-private.h"

typedef struct
{
  guint64 hash; /* 0: free */
  gint64 number;
} Place;

struct _TpSeen
{
  Place *places;
  gsize n_places; /* a power of two */
  gsize n_used;
};

/* FNV-1a, with the finaliser of SplitMix64 so that the low bits are good too. */
static guint64
hash_of (const char *key)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = key; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  hash = (hash ^ (hash >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash = (hash ^ (hash >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  hash ^= hash >> 31;
  return hash != 0 ? hash : 1;
}

static Place *
place_of (TpSeen *self, guint64 hash)
{
  gsize i = (gsize) hash & (self->n_places - 1);

  while (self->places[i].hash != 0 && self->places[i].hash != hash)
    i = (i + 1) & (self->n_places - 1);
  return &self->places[i];
}

static void
grow (TpSeen *self)
{
  Place *before = self->places;
  gsize n_before = self->n_places;

  self->n_places *= 2;
  self->places = g_new0 (Place, self->n_places);
  for (gsize i = 0; i < n_before; i++)
    if (before[i].hash != 0)
      *place_of (self, before[i].hash) = before[i];
  g_free (before);
}

/**
 * tp_seen_new:
 *
 * Returns: (transfer full): no keys
 */
TpSeen *
tp_seen_new (void)
{
  TpSeen *self = g_new0 (TpSeen, 1);

  self->n_places = 1024;
  self->places = g_new0 (Place, self->n_places);
  return self;
}

/**
 * tp_seen_free:
 * @self: keys
 */
void
tp_seen_free (TpSeen *self)
{
  g_free (self->places);
  g_free (self);
}

/**
 * tp_seen_find:
 * @self: keys seen so far
 * @key: a key
 *
 * Returns: the number it was added with, 0 where it is new
 */
gint64
tp_seen_find (TpSeen *self, const char *key)
{
  return place_of (self, hash_of (key))->number;
}

/**
 * tp_seen_add:
 * @self: keys seen so far
 * @key: a key
 * @number: what it stands for, not 0; of a key that is there already, the number stays
 */
void
tp_seen_add (TpSeen *self, const char *key, gint64 number)
{
  guint64 hash = hash_of (key);
  Place *place;

  if (self->n_used * 2 >= self->n_places)
    grow (self);
  place = place_of (self, hash);
  if (place->hash != 0)
    return;
  self->n_used++;
  place->hash = hash;
  place->number = number;
}

/**
 * tp_seen_put:
 * @self: keys seen so far
 * @key: a key
 * @number: what it stands for from now on, not 0
 */
void
tp_seen_put (TpSeen *self, const char *key, gint64 number)
{
  tp_seen_add (self, key, number);
  place_of (self, hash_of (key))->number = number;
}
