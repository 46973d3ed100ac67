-- Schema 2: search for any part of a text. Trigrams only say which rows may match; the row itself decides. Each row
-- also carries one trigram of private-use characters that says whose it is (storage/text_search.cpp writes the same).

CREATE VIRTUAL TABLE identity_search USING fts5 (
  creator, words, content = '', columnsize = 0, detail = none, tokenize = 'trigram'
);
INSERT INTO identity_search (rowid, creator, words)
  SELECT id,
         char(57344 + creator_id % 6400, 57344 + creator_id / 6400 % 6400, 57344 + creator_id / 40960000 % 6400),
         name || char(10) || email
  FROM identity ORDER BY id;

CREATE VIRTUAL TABLE document_search USING fts5 (
  holder, account, words, content = '', columnsize = 0, detail = none, tokenize = 'trigram'
);
INSERT INTO document_search (rowid, holder, account, words)
  SELECT id,
         char(57344 + holder_id % 6400, 57344 + holder_id / 6400 % 6400, 57344 + holder_id / 40960000 % 6400),
         char(983040 + account_id % 6400, 983040 + account_id / 6400 % 6400, 983040 + account_id / 40960000 % 6400),
         search_key
  FROM document ORDER BY id;
