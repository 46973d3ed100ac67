-- Schema 3: what the whole contract needs beside the first path.

-- People: teams, hand-overs, plans ----------------------------------------------------------------------------------

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

-- Being told: languages, webhooks ------------------------------------------------------------------------------------------------

-- Time and retention ------------------------------------------------------------------------------------------------------------------
