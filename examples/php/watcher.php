<?php

// A second process on the same store: asks again and again whether the actor may still send for the owner, and says
// when the answer turns. Usage: php watcher.php STORE SECRET-FILE USER-ID OWNER-EMAIL

declare(strict_types=1);

namespace Stead\Examples;

use Stead\Engine;
use Stead\Operation;

require __DIR__ . '/../../bindings/php/tests/autoload.php'; // with Composer: vendor/autoload.php
require __DIR__ . '/Tell.php';

const SECONDS_MAX = 30;

[, $store, $secretFile, $userId, $owner] = $argv;
$engine = Engine::open($store, (string) file_get_contents($secretFile));
$session = $engine->sessionFor($userId);

$end = time() + SECONDS_MAX;
$asked = 1;
Tell::expect($session->allows(Operation::DocumentSend, $owner), 'the actor may send at first');
echo "ready\n";
do {
    $asked++;
    $allowed = $session->allows(Operation::DocumentSend, $owner);
} while ($allowed && time() <= $end);
Tell::expect(!$allowed, 'the answer turned');
$reason = $session->decide(Operation::DocumentSend, $owner)->reason;
echo "the other process asked $asked times; then the answer was: refused, {$reason->value}\n";
$engine->close();
