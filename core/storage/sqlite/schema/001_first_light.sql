-- Stead store, schema 1. STRICT tables; 64-bit integers, text and bytes only.
-- Times are Unix milliseconds. `uid` columns hold the public ids; `id` columns are row keys.

CREATE TABLE store_meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- People ---------------------------------------------------------------------------------------------------------

CREATE TABLE account (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE,
  number       INTEGER NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  log_origin   TEXT NOT NULL,
  account_wide INTEGER NOT NULL DEFAULT 0,
  created_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE team (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  uid        TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (account_id, name_key)
) STRICT;

CREATE TABLE "user" (
  id                  INTEGER PRIMARY KEY,
  account_id          INTEGER NOT NULL REFERENCES account (id),
  uid                 TEXT NOT NULL UNIQUE,
  email               TEXT NOT NULL,
  email_key           TEXT NOT NULL,
  name                TEXT NOT NULL,
  role                TEXT NOT NULL CHECK (role IN ('Admin', 'TeamAdmin', 'Member', 'Auditor')),
  team_id             INTEGER REFERENCES team (id),
  status              TEXT NOT NULL CHECK (status IN ('InvitationPending', 'Active', 'Deactivated')),
  invite_round        INTEGER NOT NULL DEFAULT 0,
  account_wide_access INTEGER NOT NULL DEFAULT 0,
  send_on_behalf_of   INTEGER NOT NULL DEFAULT 0,
  meta_data           TEXT NOT NULL DEFAULT '{}',
  version             INTEGER NOT NULL DEFAULT 1,
  created_at          INTEGER NOT NULL,
  updated_at          INTEGER NOT NULL,
  UNIQUE (account_id, email_key)
) STRICT;
CREATE INDEX user_active_admin ON "user" (account_id) WHERE role = 'Admin' AND status = 'Active';

CREATE TABLE api_key (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  user_id    INTEGER NOT NULL REFERENCES "user" (id),
  uid        TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  key_hash   BLOB NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX api_key_by_user ON api_key (user_id, id);

-- Identities and consent -----------------------------------------------------------------------------------------

CREATE TABLE identity (
  id             INTEGER PRIMARY KEY,
  account_id     INTEGER NOT NULL REFERENCES account (id),
  creator_id     INTEGER NOT NULL REFERENCES "user" (id),
  uid            TEXT NOT NULL UNIQUE,
  name           TEXT NOT NULL,
  email          TEXT NOT NULL,
  email_key      TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('Pending', 'Verified', 'Denied', 'Revoked')),
  brand_id       TEXT,
  redirect_url   TEXT,
  locale         TEXT NOT NULL,
  settings       INTEGER NOT NULL,           -- bit set of the 12 notification flags
  meta_data      TEXT NOT NULL,
  operations     TEXT NOT NULL,              -- asked for, space separated
  from_at        INTEGER,                    -- asked for
  until_at       INTEGER,
  consent_round  INTEGER NOT NULL,
  requested_at   INTEGER NOT NULL,
  lapsed_at      INTEGER,
  approved_at    INTEGER,
  never_ask      INTEGER NOT NULL DEFAULT 0,
  grant_id       INTEGER,                    -- the living grant or the last one
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL,
  UNIQUE (creator_id, email_key)
) STRICT;
CREATE INDEX identity_newest ON identity (creator_id, id);
CREATE INDEX identity_by_owner ON identity (email_key);
CREATE INDEX identity_waiting ON identity (requested_at) WHERE status = 'Pending' AND lapsed_at IS NULL;

-- One row per consent request. Outlives its identity: it is evidence.
CREATE TABLE consent_round (
  id           INTEGER PRIMARY KEY,
  account_id   INTEGER NOT NULL REFERENCES account (id),
  creator_id   INTEGER NOT NULL REFERENCES "user" (id),
  identity_uid TEXT NOT NULL,
  round        INTEGER NOT NULL,
  email_key    TEXT NOT NULL,
  mail_at      INTEGER NOT NULL,             -- when its mail may leave; 0: it never will
  asked_at     INTEGER NOT NULL,
  answer       TEXT CHECK (answer IN ('approved', 'denied', 'superseded', 'withdrawn')),
  answered_at  INTEGER,
  never_ask    INTEGER NOT NULL DEFAULT 0,   -- "never ask me again": binds the account for this address
  locale       TEXT,
  shown_text   TEXT,                         -- the consent text that was shown and agreed to
  text_hash    BLOB,
  proof        TEXT,
  audit_index  INTEGER,                      -- the entry that holds ip and user agent, salted
  UNIQUE (identity_uid, round)
) STRICT;
CREATE INDEX consent_round_by_address ON consent_round (email_key, mail_at);
CREATE INDEX consent_round_never_ask ON consent_round (email_key, account_id) WHERE never_ask = 1;

CREATE TABLE "grant" (
  id              INTEGER PRIMARY KEY,
  account_id      INTEGER NOT NULL REFERENCES account (id),
  uid             TEXT NOT NULL UNIQUE,
  identity_uid    TEXT NOT NULL,
  actor_id        INTEGER NOT NULL REFERENCES "user" (id),
  principal_name  TEXT NOT NULL,
  principal_email TEXT NOT NULL,
  principal_key   TEXT NOT NULL,
  operations      TEXT NOT NULL,             -- the explicit list shown at consent, space separated
  from_at         INTEGER,
  until_at        INTEGER,
  version         INTEGER NOT NULL,
  consent_round   INTEGER NOT NULL,
  born_at         INTEGER NOT NULL,
  ended_at        INTEGER,
  end_reason      TEXT
) STRICT;
CREATE INDEX grant_living_by_actor ON "grant" (actor_id, id) WHERE ended_at IS NULL;
CREATE INDEX grant_by_principal ON "grant" (account_id, principal_key, id);
CREATE INDEX grant_of_account ON "grant" (account_id, id);

-- What caches of decisions must forget. actor_id NULL: everybody of the account.
CREATE TABLE grant_change (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL,
  actor_id   INTEGER,
  at         INTEGER NOT NULL
) STRICT;

-- Which account an address is linked to, from the first approval until the last grant there ends.
CREATE TABLE email_link (
  email_key  TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  linked_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Documents ------------------------------------------------------------------------------------------------------

CREATE TABLE document (
  id                INTEGER PRIMARY KEY,
  account_id        INTEGER NOT NULL REFERENCES account (id),
  uid               TEXT NOT NULL UNIQUE,
  actor_id          INTEGER NOT NULL REFERENCES "user" (id),   -- who really sent it
  owner_id          INTEGER NOT NULL REFERENCES "user" (id),   -- SOBO: the operating user; else the actor
  holder_id         INTEGER NOT NULL REFERENCES "user" (id),   -- who manages it
  authority         TEXT NOT NULL CHECK (authority IN ('self', 'grant', 'accountWide')),
  identity_uid      TEXT,
  principal_name    TEXT,
  principal_email   TEXT,
  principal_key     TEXT,
  principal_user_id INTEGER REFERENCES "user" (id),
  owner_settings    INTEGER,                                   -- as at the send; used once the identity is gone
  owner_locale      TEXT,
  grant_id          INTEGER REFERENCES "grant" (id),
  grant_uid         TEXT,
  grant_version     INTEGER,
  brand_id          TEXT,                                      -- of the request, else of the identity
  title             TEXT NOT NULL,
  search_key        TEXT NOT NULL,                             -- lower-case title, addresses, id
  status            TEXT NOT NULL CHECK (status IN
                      ('Draft', 'Scheduled', 'InProgress', 'Completed', 'Declined', 'Revoked', 'Expired')),
  send_failed       INTEGER NOT NULL DEFAULT 0,                -- a scheduled send that was refused at its moment
  signing_order     INTEGER NOT NULL,
  disable_emails    INTEGER NOT NULL,
  body              TEXT NOT NULL,                             -- the request as accepted, secrets cut out
  meta_data         TEXT NOT NULL,
  labels            TEXT NOT NULL DEFAULT '[]',
  created_at        INTEGER NOT NULL,
  scheduled_send_at INTEGER,
  sent_at           INTEGER,
  expires_at        INTEGER,
  ended_at          INTEGER,
  end_message       TEXT,                                      -- of a revoke or decline
  activity_at       INTEGER NOT NULL,
  version           INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX document_held ON document (holder_id, id) WHERE authority <> 'grant';
CREATE INDEX document_behalf_of_others ON document (holder_id, id) WHERE authority = 'grant';
CREATE INDEX document_behalf_of_me ON document (account_id, principal_key, id) WHERE authority = 'grant';
CREATE INDEX document_scheduled ON document (scheduled_send_at) WHERE status = 'Scheduled';
CREATE INDEX document_expiring ON document (expires_at) WHERE status = 'InProgress';

CREATE TABLE document_party (
  id              INTEGER PRIMARY KEY,
  account_id      INTEGER NOT NULL,
  document_id     INTEGER NOT NULL REFERENCES document (id),
  uid             TEXT NOT NULL UNIQUE,
  kind            TEXT NOT NULL CHECK (kind IN ('signer', 'cc')),
  ordinal         INTEGER NOT NULL,                            -- place in the request
  signer_order    INTEGER NOT NULL,
  name            TEXT NOT NULL,
  email           TEXT NOT NULL,
  email_key       TEXT NOT NULL,
  status          TEXT NOT NULL CHECK (status IN ('NotCompleted', 'Completed', 'Declined')),
  access_code     BLOB,                                        -- HMAC under the host secret, never the code
  access_failures INTEGER NOT NULL DEFAULT 0,
  access_version  INTEGER NOT NULL DEFAULT 0,                  -- moves with every new code: old proofs die
  private_message TEXT,
  locale          TEXT NOT NULL,
  invited_at      INTEGER,
  viewed_at       INTEGER,
  done_at         INTEGER
) STRICT;
CREATE INDEX document_party_of ON document_party (document_id, ordinal);

CREATE TABLE document_field (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document (id),
  party_id    INTEGER NOT NULL REFERENCES document_party (id),
  ordinal     INTEGER NOT NULL,
  field_id    TEXT NOT NULL,                                   -- the id of the request or one we made
  spec        TEXT NOT NULL,                                   -- type, page, bounds, rules, as JSON
  value       TEXT
) STRICT;
CREATE INDEX document_field_of ON document_field (document_id, party_id, ordinal);

CREATE TABLE file (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  sha256     BLOB NOT NULL,
  size       INTEGER NOT NULL,
  type       TEXT NOT NULL,                                    -- pdf, png, jpg, docx: told by content
  pages      INTEGER,
  staged_at  INTEGER NOT NULL,
  complete   INTEGER NOT NULL DEFAULT 0,
  used       INTEGER NOT NULL DEFAULT 0,                       -- some document refers to it
  UNIQUE (account_id, sha256)
) STRICT;
CREATE INDEX file_unused ON file (staged_at) WHERE used = 0;

CREATE TABLE file_chunk (
  file_id INTEGER NOT NULL REFERENCES file (id),
  ordinal INTEGER NOT NULL,
  bytes   BLOB NOT NULL,
  PRIMARY KEY (file_id, ordinal)
) STRICT;

CREATE TABLE document_file (
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal     INTEGER NOT NULL,
  file_id     INTEGER NOT NULL REFERENCES file (id),
  name        TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_file_uses ON document_file (file_id);

-- Outbox, retries, counters --------------------------------------------------------------------------------------

CREATE TABLE outbox (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES account (id),
  uid         TEXT NOT NULL UNIQUE,
  audit_index INTEGER NOT NULL,                                -- the event: the audit entry it tells of
  kind        TEXT NOT NULL,                                   -- the text of the catalogue
  receiver    TEXT NOT NULL,                                   -- e-mail key
  content     TEXT NOT NULL,                                   -- what the text needs, as JSON; never a token
  state       TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'sent', 'dropped', 'dead')),
  not_before  INTEGER NOT NULL,
  lease_until INTEGER,
  lease       INTEGER NOT NULL DEFAULT 0,                      -- moves with every take: a late ack of an old lease is refused
  attempts    INTEGER NOT NULL DEFAULT 0,
  last_error  TEXT,
  created_at  INTEGER NOT NULL,
  UNIQUE (account_id, audit_index, kind, receiver)
) STRICT;
CREATE INDEX outbox_due ON outbox (not_before, id) WHERE state = 'waiting';
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'leased';
CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';

CREATE TABLE request_once (
  account_id INTEGER NOT NULL,
  actor_id   INTEGER NOT NULL,
  verb       TEXT NOT NULL,
  request_id TEXT NOT NULL,
  body_hash  BLOB NOT NULL,
  answer     TEXT NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (account_id, actor_id, verb, request_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_once_age ON request_once (at);

CREATE TABLE counter (
  account_id INTEGER NOT NULL,
  name       TEXT NOT NULL,
  subject    INTEGER NOT NULL,
  value      INTEGER NOT NULL,
  PRIMARY KEY (account_id, name, subject)
) STRICT, WITHOUT ROWID;

-- Audit ----------------------------------------------------------------------------------------------------------

CREATE TABLE audit_entry (
  account_id INTEGER NOT NULL,
  idx        INTEGER NOT NULL,
  bytes      BLOB NOT NULL,                                    -- the entry is its bytes
  leaf       BLOB NOT NULL,
  at         INTEGER NOT NULL,                                 -- look-up keys only, from here
  operation  TEXT NOT NULL,
  actor      TEXT NOT NULL,
  subject    TEXT NOT NULL,
  outcome    TEXT NOT NULL,
  PRIMARY KEY (account_id, idx)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_entry_by_subject ON audit_entry (account_id, subject, idx);

CREATE TABLE audit_node (
  account_id INTEGER NOT NULL,
  level      INTEGER NOT NULL,
  idx        INTEGER NOT NULL,
  hash       BLOB NOT NULL,
  PRIMARY KEY (account_id, level, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_personal (
  account_id INTEGER NOT NULL,
  idx        INTEGER NOT NULL,
  salt       BLOB NOT NULL,
  fields     TEXT NOT NULL,
  PRIMARY KEY (account_id, idx)
) STRICT, WITHOUT ROWID;

-- Which erasure names an erased row: a look-up key only, the entry is what counts.
CREATE TABLE audit_erased (
  account_id INTEGER NOT NULL,
  idx        INTEGER NOT NULL,
  erased_by  INTEGER NOT NULL,
  PRIMARY KEY (account_id, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_head (
  account_id INTEGER PRIMARY KEY,
  size       INTEGER NOT NULL,
  range      BLOB NOT NULL,                                    -- compact range: hashes of the full subtrees, largest first
  last_at    INTEGER NOT NULL
) STRICT;

CREATE TRIGGER audit_entry_fixed BEFORE UPDATE ON audit_entry
  BEGIN SELECT raise(ABORT, 'audit entries cannot be changed'); END;
CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry
  BEGIN SELECT raise(ABORT, 'audit entries cannot be deleted'); END;
CREATE TRIGGER audit_node_fixed BEFORE UPDATE ON audit_node
  BEGIN SELECT raise(ABORT, 'audit nodes cannot be changed'); END;
CREATE TRIGGER audit_node_kept BEFORE DELETE ON audit_node
  BEGIN SELECT raise(ABORT, 'audit nodes cannot be deleted'); END;
CREATE TRIGGER audit_personal_fixed BEFORE UPDATE ON audit_personal
  BEGIN SELECT raise(ABORT, 'personal fields can be erased, not changed'); END;
-- A REPLACE would be a change in the clothes of an erasure.
CREATE TRIGGER audit_personal_once BEFORE INSERT ON audit_personal
  WHEN EXISTS (SELECT 1 FROM audit_personal WHERE account_id = new.account_id AND idx = new.idx)
  BEGIN SELECT raise(ABORT, 'personal fields can be erased, not changed'); END;
CREATE TRIGGER audit_head_grows BEFORE UPDATE ON audit_head WHEN new.size <= old.size
  BEGIN SELECT raise(ABORT, 'the audit trail only grows'); END;
CREATE TRIGGER audit_head_kept BEFORE DELETE ON audit_head
  BEGIN SELECT raise(ABORT, 'the audit head cannot be deleted'); END;
