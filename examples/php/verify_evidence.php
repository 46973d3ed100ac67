<?php

// Checks an evidence file without the store, the engine or the network: only the file and the log's verifier key.
// Usage: php verify_evidence.php FILE VKEY-FILE

declare(strict_types=1);

namespace Stead\Examples;

use Stead\EvidenceFile;
use Stead\Exception\Invalid;

require __DIR__ . '/../../bindings/php/tests/autoload.php'; // with Composer: vendor/autoload.php

[, $file, $vkeyFile] = $argv;
try {
    $result = EvidenceFile::verify((string) file_get_contents($file), trim((string) file_get_contents($vkeyFile)));
} catch (Invalid $failed) {
    echo "NOT EVIDENCE: {$failed->getMessage()}\n";
    exit(1);
}
echo $result->ok
    ? "OK: $result->entries entries about document $result->documentId are in the log $result->origin "
        . "of $result->size entries\n"
    : "BROKEN: {$result->broken?->text}\n";
exit($result->ok ? 0 : 1);
