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

-- Signers: codes, checks, recipients --------------------------------------------------------------------------------------

-- Finished documents, brands, files by address ------------------------------------------------------------------------------

-- Being told: languages, webhooks ------------------------------------------------------------------------------------------------

-- Time and retention ------------------------------------------------------------------------------------------------------------------
