-- 001-records.sql: the record tables.
--
-- Record tables are recorded by the journal: integer primary keys, nullable unique
-- columns, no generated columns, no triggers, no WITHOUT ROWID. Column names are the
-- fields of model/kinds.c; a test holds the two against each other.
-- Days are days since 1970-01-01, times are milliseconds since then in UTC, money is
-- in minor units, shares are basis points. NULL is "not stated", never zero.

CREATE TABLE "setting" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "value" TEXT
);

CREATE TABLE "attachment" (
  "id" INTEGER PRIMARY KEY,
  "sha256" TEXT UNIQUE,
  "name" TEXT NOT NULL,
  "media_type" TEXT,
  "size" INTEGER NOT NULL
);

CREATE TABLE "organisation" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "name" TEXT NOT NULL,
  "name_local" TEXT,
  "kind" TEXT NOT NULL,
  "parent" INTEGER REFERENCES "organisation" ("id"),
  "note" TEXT
);
CREATE INDEX "organisation_parent" ON "organisation" ("parent");

CREATE TABLE "person" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "name" TEXT NOT NULL,
  "name_local" TEXT,
  "role" TEXT,
  "role_local" TEXT,
  "organisation" INTEGER REFERENCES "organisation" ("id")
);
CREATE INDEX "person_organisation" ON "person" ("organisation");

CREATE TABLE "evidence" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "publisher" TEXT,
  "title" TEXT NOT NULL,
  "date" INTEGER,
  "precision" TEXT,
  "url" TEXT,
  "quote" TEXT,
  "quote_local" TEXT,
  "attachment" INTEGER REFERENCES "attachment" ("id")
);
CREATE INDEX "evidence_attachment" ON "evidence" ("attachment");

CREATE TABLE "commitment" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "title" TEXT NOT NULL,
  "title_local" TEXT,
  "instruments" TEXT,
  "purposes" TEXT,
  "capital" INTEGER,
  "currency" TEXT,
  "announced" INTEGER,
  "announced_precision" TEXT,
  "announced_basis" TEXT,
  "effective" INTEGER,
  "effective_basis" TEXT,
  "end" INTEGER,
  "end_basis" TEXT,
  "status" TEXT NOT NULL,
  "note" TEXT,
  "note_local" TEXT
);

CREATE TABLE "commitment_role" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "commitment" INTEGER NOT NULL REFERENCES "commitment" ("id"),
  "organisation" INTEGER NOT NULL REFERENCES "organisation" ("id"),
  "role" TEXT NOT NULL
);
CREATE INDEX "commitment_role_commitment" ON "commitment_role" ("commitment");
CREATE INDEX "commitment_role_organisation" ON "commitment_role" ("organisation");

CREATE TABLE "channel" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "organisation" INTEGER REFERENCES "organisation" ("id"),
  "name" TEXT NOT NULL,
  "name_local" TEXT,
  "kind" TEXT NOT NULL,
  "commission" INTEGER,
  "returns" INTEGER,
  "fulfilment" INTEGER,
  "deposit" INTEGER,
  "currency" TEXT,
  "terms_from" INTEGER
);
CREATE INDEX "channel_organisation" ON "channel" ("organisation");

CREATE TABLE "programme" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "commitment" INTEGER REFERENCES "commitment" ("id"),
  "organisation" INTEGER REFERENCES "organisation" ("id"),
  "channel" INTEGER REFERENCES "channel" ("id"),
  "title" TEXT NOT NULL,
  "title_local" TEXT,
  "provinces" TEXT,
  "hs_chapters" TEXT,
  "export_min" INTEGER,
  "export_max" INTEGER,
  "currency" TEXT,
  "us_share_min" INTEGER,
  "stage_min" TEXT,
  "commission_relief" INTEGER,
  "capacity" INTEGER,
  "start" INTEGER,
  "end" INTEGER
);
CREATE INDEX "programme_commitment" ON "programme" ("commitment");
CREATE INDEX "programme_organisation" ON "programme" ("organisation");
CREATE INDEX "programme_channel" ON "programme" ("channel");

CREATE TABLE "indicator" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "commitment" INTEGER NOT NULL REFERENCES "commitment" ("id"),
  "name" TEXT NOT NULL,
  "name_local" TEXT,
  "measure" TEXT NOT NULL,
  "counted" TEXT NOT NULL,
  "programme" INTEGER REFERENCES "programme" ("id"),
  "channel" INTEGER REFERENCES "channel" ("id"),
  "province" TEXT,
  "benefit_kind" TEXT,
  "baseline" INTEGER,
  "target" INTEGER,
  "qualifier" TEXT,
  "unit" TEXT,
  "unit_local" TEXT,
  "currency" TEXT,
  "direction" TEXT,
  "start" INTEGER,
  "end" INTEGER
);
CREATE INDEX "indicator_commitment" ON "indicator" ("commitment");
CREATE INDEX "indicator_programme" ON "indicator" ("programme");
CREATE INDEX "indicator_channel" ON "indicator" ("channel");

CREATE TABLE "reading" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "indicator" INTEGER NOT NULL REFERENCES "indicator" ("id"),
  "date" INTEGER NOT NULL,
  "value" INTEGER NOT NULL,
  "note" TEXT
);
CREATE INDEX "reading_indicator" ON "reading" ("indicator");

CREATE TABLE "requirement" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "title" TEXT NOT NULL,
  "title_local" TEXT,
  "stage" TEXT NOT NULL,
  "applies" TEXT NOT NULL,
  "position" INTEGER
);

CREATE TABLE "exporter" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "uscc" TEXT UNIQUE,
  "name_local" TEXT,
  "name" TEXT,
  "province" TEXT,
  "city" TEXT,
  "address" TEXT,
  "contact" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "bank" TEXT,
  "hs_chapters" TEXT,
  "stage" TEXT NOT NULL,
  "stage_reason" TEXT,
  "owner" TEXT,
  "annual_export" INTEGER,
  "currency" TEXT,
  "us_share" INTEGER,
  "domestic_baseline" INTEGER,
  "sourced" INTEGER NOT NULL,
  "archived" INTEGER
);

CREATE TABLE "product" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "gtin" TEXT UNIQUE,
  "exporter" INTEGER NOT NULL REFERENCES "exporter" ("id"),
  "name" TEXT NOT NULL,
  "name_local" TEXT,
  "hs_code" TEXT,
  "unit_cost" INTEGER,
  "fob_price" INTEGER,
  "freight" INTEGER,
  "vat_rebate" INTEGER,
  "domestic_price" INTEGER,
  "currency" TEXT,
  "ccc" INTEGER
);
CREATE INDEX "product_exporter" ON "product" ("exporter");

CREATE TABLE "enrolment" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "exporter" INTEGER NOT NULL REFERENCES "exporter" ("id"),
  "programme" INTEGER NOT NULL REFERENCES "programme" ("id"),
  "status" TEXT NOT NULL,
  "applied" INTEGER,
  "accepted" INTEGER,
  "live" INTEGER,
  "ended" INTEGER
);
CREATE INDEX "enrolment_exporter" ON "enrolment" ("exporter");
CREATE INDEX "enrolment_programme" ON "enrolment" ("programme");

CREATE TABLE "listing" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "product" INTEGER NOT NULL REFERENCES "product" ("id"),
  "channel" INTEGER NOT NULL REFERENCES "channel" ("id"),
  "enrolment" INTEGER REFERENCES "enrolment" ("id"),
  "live_from" INTEGER NOT NULL,
  "until" INTEGER,
  "url" TEXT,
  "status" TEXT NOT NULL
);
CREATE INDEX "listing_product" ON "listing" ("product");
CREATE INDEX "listing_channel" ON "listing" ("channel");
CREATE INDEX "listing_enrolment" ON "listing" ("enrolment");

CREATE TABLE "benefit" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "exporter" INTEGER NOT NULL REFERENCES "exporter" ("id"),
  "programme" INTEGER NOT NULL REFERENCES "programme" ("id"),
  "product" INTEGER REFERENCES "product" ("id"),
  "kind" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL,
  "value" INTEGER,
  "currency" TEXT,
  "status" TEXT NOT NULL,
  "date" INTEGER NOT NULL
);
CREATE INDEX "benefit_exporter" ON "benefit" ("exporter");
CREATE INDEX "benefit_programme" ON "benefit" ("programme");
CREATE INDEX "benefit_product" ON "benefit" ("product");

CREATE TABLE "sale" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "exporter" INTEGER NOT NULL REFERENCES "exporter" ("id"),
  "product" INTEGER REFERENCES "product" ("id"),
  "channel" INTEGER REFERENCES "channel" ("id"),
  "date" INTEGER NOT NULL,
  "quantity" INTEGER,
  "amount" INTEGER NOT NULL,
  "currency" TEXT NOT NULL
);
CREATE INDEX "sale_exporter" ON "sale" ("exporter");
CREATE INDEX "sale_product" ON "sale" ("product");
CREATE INDEX "sale_channel" ON "sale" ("channel");

CREATE TABLE "requirement_status" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "exporter" INTEGER NOT NULL REFERENCES "exporter" ("id"),
  "requirement" INTEGER NOT NULL REFERENCES "requirement" ("id"),
  "status" TEXT NOT NULL,
  "due" INTEGER,
  "document_number" TEXT,
  "issuer" TEXT,
  "expiry" INTEGER,
  "attachment" INTEGER REFERENCES "attachment" ("id")
);
CREATE INDEX "requirement_status_exporter" ON "requirement_status" ("exporter", "requirement");
CREATE INDEX "requirement_status_requirement" ON "requirement_status" ("requirement");
CREATE INDEX "requirement_status_attachment" ON "requirement_status" ("attachment");

CREATE TABLE "fund" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "title" TEXT NOT NULL,
  "title_local" TEXT,
  "commitment" INTEGER REFERENCES "commitment" ("id"),
  "currency" TEXT NOT NULL
);
CREATE INDEX "fund_commitment" ON "fund" ("commitment");

CREATE TABLE "entry" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "fund" INTEGER NOT NULL REFERENCES "fund" ("id"),
  "type" TEXT NOT NULL,
  "date" INTEGER NOT NULL,
  "amount" INTEGER NOT NULL,
  "currency" TEXT NOT NULL,
  "purpose" TEXT,
  "programme" INTEGER REFERENCES "programme" ("id"),
  "exporter" INTEGER REFERENCES "exporter" ("id"),
  "organisation" INTEGER REFERENCES "organisation" ("id"),
  "province" TEXT,
  "narrative" TEXT,
  "reverses" INTEGER REFERENCES "entry" ("id"),
  "restores" INTEGER REFERENCES "entry" ("id"),
  "reason" TEXT,
  "overrun" INTEGER,
  "author" TEXT,
  "posted" INTEGER NOT NULL
);
CREATE INDEX "entry_fund" ON "entry" ("fund");
CREATE INDEX "entry_programme" ON "entry" ("programme");
CREATE INDEX "entry_exporter" ON "entry" ("exporter");
CREATE INDEX "entry_organisation" ON "entry" ("organisation");
CREATE INDEX "entry_reverses" ON "entry" ("reverses");
CREATE INDEX "entry_restores" ON "entry" ("restores");

CREATE TABLE "rate" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "date" INTEGER NOT NULL,
  "precision" TEXT,
  "base" TEXT NOT NULL,
  "base_amount" INTEGER NOT NULL,
  "quote" TEXT NOT NULL,
  "quote_amount" INTEGER NOT NULL,
  "basis" TEXT NOT NULL,
  "source" TEXT
);

CREATE TABLE "tariff" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "hs_prefix" TEXT,
  "scheme" TEXT NOT NULL,
  "rate" INTEGER,
  "from" INTEGER,
  "from_precision" TEXT,
  "until" INTEGER,
  "note" TEXT,
  "note_local" TEXT
);

CREATE TABLE "event" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT UNIQUE,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "title_local" TEXT,
  "date" INTEGER,
  "precision" TEXT,
  "ongoing" INTEGER,
  "detail" TEXT,
  "detail_local" TEXT
);

CREATE TABLE "event_link" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "event" INTEGER NOT NULL REFERENCES "event" ("id"),
  "organisation" INTEGER REFERENCES "organisation" ("id"),
  "person" INTEGER REFERENCES "person" ("id"),
  "commitment" INTEGER REFERENCES "commitment" ("id")
);
CREATE INDEX "event_link_event" ON "event_link" ("event");
CREATE INDEX "event_link_organisation" ON "event_link" ("organisation");
CREATE INDEX "event_link_person" ON "event_link" ("person");
CREATE INDEX "event_link_commitment" ON "event_link" ("commitment");

CREATE TABLE "citation" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "evidence" INTEGER NOT NULL REFERENCES "evidence" ("id"),
  "subject_kind" TEXT NOT NULL,
  "subject" INTEGER NOT NULL,
  "field" TEXT
);
CREATE INDEX "citation_evidence" ON "citation" ("evidence");

CREATE TABLE "rival_value" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "subject_kind" TEXT NOT NULL,
  "subject" INTEGER NOT NULL,
  "field" TEXT NOT NULL,
  "value" INTEGER NOT NULL,
  "currency" TEXT,
  "evidence" INTEGER REFERENCES "evidence" ("id"),
  "used" INTEGER,
  "reason" TEXT,
  "reason_local" TEXT
);
CREATE INDEX "rival_value_evidence" ON "rival_value" ("evidence");

CREATE TABLE "activity" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "exporter" INTEGER NOT NULL REFERENCES "exporter" ("id"),
  "kind" TEXT NOT NULL,
  "date" INTEGER NOT NULL,
  "time" INTEGER NOT NULL,
  "author" TEXT,
  "text" TEXT,
  "from_stage" TEXT,
  "to_stage" TEXT,
  "reason" TEXT
);
CREATE INDEX "activity_exporter" ON "activity" ("exporter", "date", "time");

CREATE TABLE "task" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "exporter" INTEGER REFERENCES "exporter" ("id"),
  "title" TEXT NOT NULL,
  "owner" TEXT,
  "due" INTEGER,
  "done" INTEGER,
  "snoozed" INTEGER
);
CREATE INDEX "task_exporter" ON "task" ("exporter");

CREATE TABLE "import" (
  "id" INTEGER PRIMARY KEY,
  "reference" TEXT UNIQUE,
  "name" TEXT NOT NULL,
  "sha256" TEXT,
  "records" TEXT,
  "time" INTEGER NOT NULL,
  "read" INTEGER,
  "added" INTEGER,
  "updated" INTEGER,
  "skipped" INTEGER,
  "rejected" INTEGER,
  "outcome" TEXT
);
-- What lists sort and filter by, beyond the references above.
CREATE INDEX "exporter_stage" ON "exporter" ("stage");
CREATE INDEX "exporter_province" ON "exporter" ("province");
CREATE INDEX "exporter_phone" ON "exporter" ("phone");
CREATE INDEX "activity_time" ON "activity" ("time");
CREATE INDEX "citation_subject" ON "citation" ("subject_kind", "subject");
CREATE INDEX "rival_value_subject" ON "rival_value" ("subject_kind", "subject");
CREATE INDEX "entry_fund_date" ON "entry" ("fund", "date");
CREATE INDEX "task_due" ON "task" ("due") WHERE "done" IS NULL;

-- The bytes of attachments, by content; kept outside the journal (they never change).
CREATE TABLE "blob" (
  "sha256" TEXT PRIMARY KEY,
  "data" BLOB NOT NULL
) WITHOUT ROWID;

-- The last number used in the short references of a kind ("E-1042").
CREATE TABLE "counter" (
  "kind" TEXT PRIMARY KEY,
  "last" INTEGER NOT NULL
) WITHOUT ROWID;
