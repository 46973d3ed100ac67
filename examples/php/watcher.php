<?php

// A second process on the same store: asks again and again whether the actor may still send for the owner, and says
// when the answer turns. Usage: watcher.php STORE SECRET-FILE USER-ID OWNER-EMAIL

declare(strict_types=1);

use Stead\Code;
use Stead\Engine;
use Stead\Operation;

require __DIR__ . '/../../bindings/php/autoload.php';
require __DIR__ . '/tell.php';

const SECONDS_MAX = 30;

if ($argc !== 5) {
    fwrite(STDERR, "usage: $argv[0] STORE SECRET-FILE USER-ID OWNER-EMAIL\n");
    exit(2);
}
[, $store, $secretFile, $actor, $owner] = $argv;

$session = Engine::open($store, secret: file_get_contents($secretFile))->sessionFor($actor);
expect($session->allows(Operation::DocumentSend, for: $owner), 'the actor may send at first');
echo "ready\n";

$end = time() + SECONDS_MAX;
for ($asked = 2; $session->allows(Operation::DocumentSend, for: $owner); $asked++) {
    expect(time() <= $end, 'the answer turned');
}

$reason = $session->decide(Operation::DocumentSend, for: $owner)->reason;
$word = $reason instanceof Code ? $reason->value : $reason;
echo "the other process asked $asked times; then the answer was: refused, $word\n";
