-- Schema 3: what the whole contract needs beside the first path.

-- People: teams, hand-overs, plans ----------------------------------------------------------------------------------

-- Credentials: passwords, tokens, integrator keys -------------------------------------------------------------------

-- Owners: their own links, switches, what they never want to be asked ------------------------------------------------

-- Requests: what a document may be sent with --------------------------------------------------------------------------

-- Lifecycle: drafts, edits, trash ---------------------------------------------------------------------------------------

-- Signers: codes, checks, recipients --------------------------------------------------------------------------------------

-- Finished documents, brands, files by address ------------------------------------------------------------------------------

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
