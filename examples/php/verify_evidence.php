<?php

// Checks an evidence file without the store, the engine or the network: only the file and the log's verifier key.
// Usage: verify_evidence.php FILE VKEY-FILE

declare(strict_types=1);

use Stead\EvidenceFile;
use Stead\Exception\Invalid;

require __DIR__ . '/../../bindings/php/autoload.php';

if ($argc !== 3) {
    fwrite(STDERR, "usage: $argv[0] FILE VKEY-FILE\n");
    exit(2);
}

try {
    $result = EvidenceFile::verify(file_get_contents($argv[1]), trim(file_get_contents($argv[2])));
} catch (Invalid $problem) {
    echo "NOT EVIDENCE: {$problem->getMessage()}\n";
    exit(1);
}
echo $result->ok
    ? "OK: $result->entries entries about document $result->documentId are in the log $result->origin "
        . "of $result->size entries\n"
    : "BROKEN: {$result->broken->text}\n";
exit($result->ok ? 0 : 1);
