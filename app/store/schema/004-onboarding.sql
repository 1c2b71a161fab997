-- 004-onboarding.sql: requirement sets, saved filters, and what onboarding keeps of
-- its steps.
--
-- Columns are appended without a default, so that changes journaled before still
-- apply and invert (a short row has NULL there, which is what the session records).

CREATE TABLE "requirement_set" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "title" TEXT NOT NULL,
  "title_local" TEXT,
  "programme" INTEGER REFERENCES "programme" ("id"),
  "hs_chapters" TEXT
);
CREATE INDEX "requirement_set_programme" ON "requirement_set" ("programme");

ALTER TABLE "requirement" ADD COLUMN "requirement_set" INTEGER REFERENCES "requirement_set" ("id");
ALTER TABLE "requirement" ADD COLUMN "retired" INTEGER;
CREATE INDEX "requirement_requirement_set" ON "requirement" ("requirement_set");

ALTER TABLE "exporter" ADD COLUMN "merged_into" INTEGER REFERENCES "exporter" ("id");
CREATE INDEX "exporter_merged_into" ON "exporter" ("merged_into") WHERE "merged_into" IS NOT NULL;
CREATE INDEX "exporter_owner" ON "exporter" ("owner");

ALTER TABLE "activity" ADD COLUMN "requirement" INTEGER REFERENCES "requirement" ("id");
ALTER TABLE "activity" ADD COLUMN "from_status" TEXT;
ALTER TABLE "activity" ADD COLUMN "to_status" TEXT;
CREATE INDEX "activity_requirement" ON "activity" ("exporter", "requirement", "date", "time")
  WHERE "requirement" IS NOT NULL;
CREATE INDEX "activity_requirement_only" ON "activity" ("requirement") WHERE "requirement" IS NOT NULL;

ALTER TABLE "task" ADD COLUMN "note" TEXT;

CREATE TABLE "saved_filter" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "name" TEXT NOT NULL,
  "records" TEXT NOT NULL,
  "filter" TEXT NOT NULL,
  "position" INTEGER
);

CREATE INDEX "requirement_status_expiry" ON "requirement_status" ("expiry") WHERE "expiry" IS NOT NULL;

-- How many requirements stood open from a day on, and the earliest day one of them is
-- due. Exporters on whom no paper, product or enrolment hangs have no rows: what is
-- open for them the default set alone says.
CREATE TABLE "d_open" (
  "exporter" INTEGER NOT NULL,
  "from" INTEGER NOT NULL,
  "open" INTEGER NOT NULL,
  "due" INTEGER,
  PRIMARY KEY ("exporter", "from")
) WITHOUT ROWID;

-- A change says by bits which kinds it touched, in the order of the kinds: two came in
-- between (requirement_set before requirement, saved_filter before import).
UPDATE "change" SET "kinds" = ("kinds" & 2047) | (("kinds" & (536870911 - 2047)) << 1) | (("kinds" & 536870912) << 2);
