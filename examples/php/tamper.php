<?php

// What somebody with a database tool and bad intentions would do: changes one byte of one audit entry in a copy of a
// store, past the trigger that forbids it. A program of its own, without Stead: to open and close a store as a plain
// file in a process that has it open would drop SQLite's locks. Usage: tamper.php STORE COPY ACCOUNT-ID ENTRY

declare(strict_types=1);

if ($argc !== 5) {
    fwrite(STDERR, "usage: $argv[0] STORE COPY ACCOUNT-ID ENTRY\n");
    exit(2);
}
[, $store, $copy, $account, $entry] = $argv;
if (!extension_loaded('pdo_sqlite')) {
    fwrite(STDERR, "The demo needs PDO's SQLite driver to tamper with a copy: install php8.2-sqlite3.\n");
    exit(2);
}

array_map(unlink(...), glob("$copy*"));
copy($store, $copy);
copy("$store-wal", "$copy-wal");

$db = new PDO("sqlite:$copy", options: [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
$db->exec('DROP TRIGGER audit_entry_fixed');
$change = $db->prepare(<<<'SQL'
    UPDATE audit_entry
    SET bytes = CAST(replace(CAST(bytes AS TEXT), '"v":1}', '"v":2}') AS BLOB)
    WHERE account_id = (SELECT id FROM account WHERE uid = :account) AND idx = :entry
    SQL);
$change->execute(['account' => $account, 'entry' => (int) $entry]);
exit($change->rowCount() === 1 ? 0 : 1);
