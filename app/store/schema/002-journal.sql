-- 002-journal.sql: the journal of changes. It only ever grows.
--
-- A change is what one act did to the record tables, as changesets of SQLite's
-- session extension, deflated, in chunks. "key" is unique over copies of the file;
-- "follows" is the key of the change before. An undo inverts the change "inverts"
-- and takes the change "undoes" back; a redo inverts that undo and brings the
-- change "redoes" back.

CREATE TABLE "change" (
  "seq" INTEGER PRIMARY KEY,
  "key" INTEGER NOT NULL UNIQUE,
  "follows" INTEGER,
  "time" INTEGER NOT NULL,
  "author" TEXT,
  "verb" TEXT NOT NULL,
  "subject" TEXT,
  "schema" INTEGER NOT NULL,
  "kinds" INTEGER NOT NULL,
  "rows" INTEGER NOT NULL,
  "floor" INTEGER NOT NULL DEFAULT 0,
  "inverts" INTEGER,
  "undoes" INTEGER,
  "redoes" INTEGER
);
CREATE INDEX "change_undoes" ON "change" ("undoes") WHERE "undoes" IS NOT NULL;
CREATE INDEX "change_floor" ON "change" ("seq") WHERE "floor";
CREATE INDEX "change_redoes" ON "change" ("redoes") WHERE "redoes" IS NOT NULL;

-- (No foreign key: the chunks of a long change are written before its row.)
CREATE TABLE "change_chunk" (
  "change" INTEGER NOT NULL,
  "n" INTEGER NOT NULL,
  "size" INTEGER NOT NULL,
  "data" BLOB NOT NULL,
  PRIMARY KEY ("change", "n")
);

-- Which ids of a kind a chunk touched, from … to: the history of one record opens
-- only the chunks whose span holds it.
CREATE TABLE "change_span" (
  "kind" TEXT NOT NULL,
  "last" INTEGER NOT NULL,
  "first" INTEGER NOT NULL,
  "change" INTEGER NOT NULL,
  "n" INTEGER NOT NULL,
  PRIMARY KEY ("kind", "last", "first", "change", "n")
) WITHOUT ROWID;
