-- 003-derived.sql: what follows from the records and can be rebuilt from them.
--
-- "d_" tables hold the contribution of each record, so that it can be taken away
-- again; "s_" tables hold their sums as daily deltas, so that any day is a short
-- range sum. One function refreshes them after each change from the changed keys.

-- An exporter's time in each stage; "until" is the first day it no longer holds.
CREATE TABLE "d_stage" (
  "exporter" INTEGER NOT NULL,
  "from" INTEGER NOT NULL,
  "until" INTEGER,
  "stage" TEXT NOT NULL,
  "province" TEXT NOT NULL,
  PRIMARY KEY ("exporter", "from")
) WITHOUT ROWID;

CREATE TABLE "s_stage" (
  "stage" TEXT NOT NULL,
  "province" TEXT NOT NULL,
  "day" INTEGER NOT NULL,
  "delta" INTEGER NOT NULL,
  PRIMARY KEY ("stage", "province", "day")
) WITHOUT ROWID;

-- What a live listing under an enrolment reached, and when.
CREATE TABLE "d_reach" (
  "listing" INTEGER PRIMARY KEY,
  "programme" INTEGER NOT NULL,
  "exporter" INTEGER NOT NULL,
  "product" INTEGER NOT NULL,
  "channel" INTEGER NOT NULL,
  "province" TEXT NOT NULL,
  "day" INTEGER NOT NULL
);
CREATE INDEX "d_reach_exporter" ON "d_reach" ("programme", "exporter", "day");
CREATE INDEX "d_reach_product" ON "d_reach" ("programme", "product", "day");
CREATE INDEX "d_reach_province" ON "d_reach" ("programme", "province", "day");

-- What each subject (exporter, product, province, benefit, entry) adds to an indicator.
CREATE TABLE "d_indicator" (
  "indicator" INTEGER NOT NULL,
  "subject" INTEGER NOT NULL,
  "day" INTEGER NOT NULL,
  "amount" INTEGER NOT NULL,
  PRIMARY KEY ("indicator", "subject")
) WITHOUT ROWID;

CREATE TABLE "s_indicator" (
  "indicator" INTEGER NOT NULL,
  "day" INTEGER NOT NULL,
  "delta" INTEGER NOT NULL,
  PRIMARY KEY ("indicator", "day")
) WITHOUT ROWID;

-- A fund's figures by day, type and purpose ('' where none is given), reversals netted.
CREATE TABLE "s_fund" (
  "fund" INTEGER NOT NULL,
  "type" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "day" INTEGER NOT NULL,
  "delta" INTEGER NOT NULL,
  PRIMARY KEY ("fund", "type", "purpose", "day")
) WITHOUT ROWID;

-- The search index over exporters; the rowid is the exporter's id.
CREATE VIRTUAL TABLE "search" USING fts5 (
  "tokens", content='', contentless_delete=1, detail=none, tokenize='ascii'
);
INSERT INTO "search" ("search", "rank") VALUES ('automerge', 0);
INSERT INTO "search" ("search", "rank") VALUES ('crisismerge', 1999);
