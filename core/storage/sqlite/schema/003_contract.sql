-- Schema 3: what the whole contract needs beside the first path.

-- People: teams, hand-overs, plans ----------------------------------------------------------------------------------

ALTER TABLE team ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE team ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
UPDATE team SET updated_at = created_at;
CREATE INDEX team_newest ON team (account_id, id);
CREATE INDEX user_newest ON "user" (account_id, id);
CREATE INDEX user_of_team ON "user" (team_id, id) WHERE team_id IS NOT NULL;
INSERT INTO counter (account_id, name, subject, value)
  SELECT account_id, 'people/users', 0, count(*) FROM "user" GROUP BY account_id;
INSERT INTO counter (account_id, name, subject, value)
  SELECT account_id, 'people/teams', 0, count(*) FROM team GROUP BY account_id;

-- Credentials: passwords, tokens, integrator keys -------------------------------------------------------------------

-- Owners: their own links, switches, what they never want to be asked ------------------------------------------------

-- Requests: what a document may be sent with --------------------------------------------------------------------------

-- Lifecycle: drafts, edits, trash ---------------------------------------------------------------------------------------

ALTER TABLE document ADD COLUMN trashed_at INTEGER;            -- by its holder; gone for good 30 days later
CREATE INDEX document_trash ON document (trashed_at) WHERE trashed_at IS NOT NULL;

-- The holder's lists do not show his trash; the principal's list does.
DROP INDEX document_held;
DROP INDEX document_behalf_of_others;
CREATE INDEX document_held ON document (holder_id, id) WHERE authority <> 'grant' AND trashed_at IS NULL;
CREATE INDEX document_behalf_of_others ON document (holder_id, id) WHERE authority = 'grant' AND trashed_at IS NULL;
CREATE INDEX document_of_account ON document (account_id, id) WHERE authority <> 'grant' AND trashed_at IS NULL;
CREATE INDEX document_party_by_address ON document_party (account_id, email_key, document_id);

-- Signers: codes, checks, recipients --------------------------------------------------------------------------------------

ALTER TABLE document_party ADD COLUMN delivery_failed_at INTEGER;             -- as the host reported last
ALTER TABLE document_party ADD COLUMN link_round INTEGER NOT NULL DEFAULT 0;  -- moves with a new recipient: old links die
ALTER TABLE document_party ADD COLUMN reassigned INTEGER NOT NULL DEFAULT 0;  -- by a signer to this one

-- Finished documents, brands, files by address ------------------------------------------------------------------------------

CREATE TABLE brand_logo (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  sha256     BLOB NOT NULL,
  type       TEXT NOT NULL CHECK (type IN ('png', 'jpg', 'svg')),
  size       INTEGER NOT NULL,
  bytes      BLOB NOT NULL,
  UNIQUE (account_id, sha256)
) STRICT;

-- How a brand looks at one time. Never changed or deleted: documents keep the look they were sent with.
CREATE TABLE brand_look (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  brand_uid  TEXT NOT NULL,
  name       TEXT NOT NULL,
  members    TEXT NOT NULL,                                    -- colours, texts and settings, as JSON
  logo_id    INTEGER NOT NULL REFERENCES brand_logo (id)
) STRICT;

CREATE TABLE brand (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  uid        TEXT NOT NULL UNIQUE,
  look_id    INTEGER NOT NULL REFERENCES brand_look (id),      -- how it looks now
  is_default INTEGER NOT NULL DEFAULT 0,
  version    INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX brand_of ON brand (account_id, id);
CREATE UNIQUE INDEX brand_default ON brand (account_id) WHERE is_default = 1;

ALTER TABLE document ADD COLUMN brand_look_id INTEGER REFERENCES brand_look (id);  -- as at the send
CREATE INDEX document_branded ON document (brand_id)
  WHERE brand_id IS NOT NULL AND status IN ('Draft', 'Scheduled', 'InProgress');
CREATE INDEX identity_branded ON identity (brand_id) WHERE brand_id IS NOT NULL;

-- What Stead made of a document that has ended, or the host handed in: kept, so that all parts of a download agree.
CREATE TABLE document_made_file (
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  kind        TEXT NOT NULL CHECK (kind IN ('certificate', 'combined', 'individually', 'handed')),
  file_id     INTEGER NOT NULL REFERENCES file (id),
  name        TEXT NOT NULL,
  ended_at    INTEGER NOT NULL,                                -- the end it tells of: an extended document ends anew
  PRIMARY KEY (document_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_made_file_uses ON document_made_file (file_id);
-- What nothing refers to any more is swept like any staged file.
CREATE TRIGGER document_made_file_gone AFTER DELETE ON document_made_file
  WHEN NOT EXISTS (SELECT 1 FROM document_file WHERE file_id = old.file_id)
    AND NOT EXISTS (SELECT 1 FROM document_made_file WHERE file_id = old.file_id)
  BEGIN UPDATE file SET used = 0 WHERE id = old.file_id; END;

-- Being told: languages, webhooks ------------------------------------------------------------------------------------------------

-- Reports go through an account's documents of a period.
CREATE INDEX document_by_creation ON document (account_id, created_at);

CREATE TABLE webhook (
  id              INTEGER PRIMARY KEY,
  account_id      INTEGER NOT NULL REFERENCES account (id),
  uid             TEXT NOT NULL UNIQUE,
  name            TEXT NOT NULL,
  url             TEXT NOT NULL,
  events          TEXT NOT NULL,                               -- words of contract 6.2, space separated
  status          TEXT NOT NULL CHECK (status IN ('Pending', 'Enabled', 'Disabled')),
  round           INTEGER NOT NULL,                            -- which verification request counts
  secret          BLOB NOT NULL,                               -- sealed under the host secret, bound to uid
  previous_secret BLOB,                                        -- the same; signs too until previous_until
  previous_until  INTEGER,
  verified_at     INTEGER,
  delivered_at    INTEGER,
  failing_since   INTEGER,
  last_error      TEXT,
  disabled_at     INTEGER,
  version         INTEGER NOT NULL,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX webhook_of_account ON webhook (account_id, id);

-- Messages to webhooks wait in the outbox too, apart from mails; their receiver is the webhook's uid.
ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT 'email';
DROP INDEX outbox_due;
DROP INDEX outbox_leased;
CREATE INDEX outbox_due ON outbox (not_before, id) WHERE state = 'waiting' AND channel <> 'webhook';
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'leased' AND channel <> 'webhook';
CREATE INDEX outbox_webhook_due ON outbox (not_before, id) WHERE state = 'waiting' AND channel = 'webhook';
CREATE INDEX outbox_webhook_leased ON outbox (lease_until) WHERE state = 'leased' AND channel = 'webhook';

-- Time and retention ------------------------------------------------------------------------------------------------------------------
