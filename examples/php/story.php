<?php

// The main job of Stead from end to end, on real input. Usage: php story.php STORE-FOLDER DATA-FOLDER
// A second run on the same folder goes on with the same account and people.

declare(strict_types=1);

namespace Stead\Examples;

use DateTimeImmutable;
use Stead\Code;
use Stead\DocumentStatus;
use Stead\Engine;
use Stead\Exception\Conflict;
use Stead\Exception\Refused;
use Stead\File;
use Stead\Operation;

require __DIR__ . '/../../bindings/php/tests/autoload.php'; // with Composer: vendor/autoload.php
require __DIR__ . '/Tell.php';
require __DIR__ . '/Host.php';

const LUTHER = 'luthercooper@cubeflakes.com';
const DAVID = 'david@cubeflakes.com';

[, $folder, $data] = $argv;
$seed = static fn (string $name): array => json_decode((string) file_get_contents("$data/$name.json"), true);
$agreement = "$data/agreement.pdf";

Tell::step('A host opens its store: one SQLite file and 32 secret bytes.', 'Engine::open');
$host = new Host($folder);
$engine = $host->engine;
$people = $host->people($seed('users-invite.seed-004')['users']);

Tell::step(
    'Hank gets an API key, shown once, and his program logs in with it.',
    'apiKeys->create, sessionWithKey, onBehalfOf',
);
$key = $engine->sessionFor($people->hankId)->apiKeys->create('contract robot');
$hank = $engine->sessionWithKey((string) $key->key);
$forLuther = $hank->onBehalfOf(LUTHER);

Tell::step('Hank asks Luther Cooper to let him act in his name (seed 000).', 'identities->create, outbox->deliver');
try {
    $identity = $hank->identities->create(...$seed('identity-create.seed-000'));
} catch (Conflict) {
    Tell::line('He has asked in an earlier run; his consent was revoked since, so Hank asks again: rerequest.');
    $identity = $hank->identities->rerequest(LUTHER);
}
Tell::line("The identity $identity->id is {$identity->status->value}.");
$consent = $engine->ownerLink((string) $host->mail(LUTHER, 'identity.asked.owner', whole: true));

Tell::step(
    'Without waiting, Hank sends the agreement as Luther (seed 001). Luther has not answered yet.',
    'documents->send',
);
$request = $seed('send-on-behalf.seed-001');
try {
    $forLuther->documents->send(...$request, files: [$agreement]);
    Tell::expect(false, 'the send is refused');
} catch (Refused $refused) {
    Tell::refused($refused);
    Tell::expect($refused->errorCode === Code::ConsentPending, 'the reason is consentPending');
}

Tell::step(
    'Luther opens the link, reads the text, and agrees to some acts only, for 90 days.',
    'ownerLink->look, ownerLink->approve',
);
$page = $consent->look();
Tell::line('He is asked for ' . count($page->operations) . ' kinds of acts.');
$answer = $consent->approve(
    $page->textHash,
    [Operation::DocumentSend, Operation::DocumentRemind, Operation::DocumentRevoke, Operation::DocumentAuditLog],
    until: new DateTimeImmutable('+90 days'),
    ip: '192.0.2.7',
    userAgent: 'demo',
);
$allowed = count($answer->grant->operations ?? []);
Tell::good("The identity is {$answer->status->value}; the grant allows $allowed kinds of acts.");
$lasting = $engine->ownerLink((string) $host->mail(LUTHER, 'identity.approved.owner'));

Tell::step(
    'Hank updates the identity: two of twelve settings, one metadata key (seed 003). The rest stays.',
    'identities->update',
);
$identity = $hank->identities->update(LUTHER, ...$seed('identity-update.seed-003'));
$settings = $identity->notificationSettings;
Tell::line(sprintf(
    'sent: %s (was off)   viewed: %s (was on)   completed: %s (not named, stays)   AccountPlan: %s',
    $settings->sent ? 'on' : 'off',
    $settings->viewed ? 'on' : 'off',
    $settings->completed ? 'on' : 'off',
    $identity->metaData['AccountPlan'],
));
Tell::line('A change of a Verified identity is told to its owner:');
$host->mail(LUTHER);

Tell::step("Now the same send is allowed: a three-page PDF leaves in Luther's name.", 'documents->send');
$sent = $forLuther->documents->send(...$request, files: [$agreement]);
Tell::good("Document $sent->id is {$sent->status->value}.");
Tell::line("actor $sent->actorId   for {$sent->principal?->email}   authority {$sent->authority->value}   "
    . "grant version $sent->grantVersion");

Tell::step('What Luther did not agree to stays refused: a new access code.', 'documents->changeAccessCode');
try {
    $forLuther->documents->changeAccessCode($sent->id, accessCode: '4711', signerEmail: DAVID);
    Tell::expect(false, 'an act outside the grant is refused');
} catch (Refused $refused) {
    Tell::refused($refused);
}

Tell::step(
    'Who is told: David is asked to sign; he sees Luther as the sender, and answers go to Luther.',
    'outbox->deliver',
);
$david = $engine->signerLink((string) $host->mail(DAVID, 'document.request.signer', whole: true));

Tell::step(
    'David opens the document and signs; it is complete, and everybody concerned hears of it.',
    'signerLink->view, signerLink->sign',
);
$view = $david->view();
Tell::line("He reads \"$view->title\" from {$view->behalfOf?->name}.");
$signed = $david->sign(['sign' => 'David'], ip: '198.51.100.4');
Tell::good("The document is {$signed->status->value}.");
$host->mail(LUTHER, 'document.completed.owner', whole: true);

Tell::step(
    'Hank may also send as himself (seed 002); the two kinds stand in two lists.',
    'documents->send, documents->list, documents->behalfList',
);
$hank->documents->send(...$seed('send-as-oneself.seed-002'), files: [File::path($agreement, name: 'NDA.pdf')]);
Tell::line("As himself: {$hank->documents->list()->total}. For others: {$hank->documents->behalfList()->total}.");
$host->mail(DAVID);

Tell::step('Hank schedules one more send for later.', 'documents->send with scheduledSendAt');
$moment = new DateTimeImmutable('+2 seconds');
$waiting = $forLuther->documents->send(...$request, scheduledSendAt: $moment, files: [$agreement]);
Tell::line("Document $waiting->id is {$waiting->status->value}.");

Tell::step(
    'A second process asks all the time whether Hank may send as Luther. Luther revokes by his lasting link.',
    'session->allows in the other process, ownerLink->revoke here',
);
$watcher = popen(implode(' ', array_map(escapeshellarg(...), [
    __DIR__ . '/watch.sh', getenv('STEAD_LIBRARY'), $host->store, "$folder/host.secret", $people->hankId, LUTHER,
])), 'r');
Tell::expect($watcher !== false && fgets($watcher) === "ready\n", 'the second process is allowed at first');
Tell::line("The identity is {$lasting->revoke()->status->value}.");
$said = fgets($watcher);
Tell::expect($said !== false && pclose($watcher) === 0, 'the second process sees the revocation');
Tell::good(rtrim($said));

Tell::step(
    'The moment of the scheduled send comes. What leaves in somebody\'s name is decided again then.',
    'runDue',
);
while (new DateTimeImmutable() <= $moment) {
    usleep(50_000);
}
$engine->runDue();
$document = $hank->documents->get($waiting->id);
Tell::expect($document->status === DocumentStatus::Revoked, 'the scheduled send did not leave');
Tell::good("It is {$document->status->value}: $document->endMessage");
$host->mail('hankwhite@cubeflakes.com');

Tell::step(
    'Who did what, for whom, by what right: the office exports the evidence of the completed document,',
    'audit->exportEvidence, engine->audit->checkpoint',
);
$checkpoint = $engine->audit->checkpoint($people->accountId);
Tell::line("The log holds $checkpoint->size entries; its signed head:");
foreach (array_filter(explode("\n", $checkpoint->checkpoint)) as $line) {
    Tell::line("  $line");
}
$evidence = $engine->sessionFor($people->officeId)->audit->exportEvidence($sent->id);
file_put_contents("$folder/evidence.json", $evidence->toJson());
file_put_contents("$folder/log.vkey", $checkpoint->vkey);

Tell::step(
    "and checked by a separate small program that has only the file and the log's public key.",
    'EvidenceFile::verify in verify_evidence.php',
);
passthru(implode(' ', array_map(escapeshellarg(...), [
    PHP_BINARY, '-n', '-d', 'extension=' . getenv('STEAD_PHP_EXTENSION'), __DIR__ . '/verify_evidence.php',
    "$folder/evidence.json", "$folder/log.vkey",
])), $status);
Tell::expect($status === 0, 'the evidence verifies');

Tell::step(
    'The whole trail is verified; then one byte of one entry is changed in a copy of the store.',
    'engine->audit->verify',
);
$verified = $engine->audit->verify($people->accountId);
Tell::expect($verified->ok, 'the trail verifies');
Tell::good("OK: $verified->size entries fit their hashes and the head.");

$entry = base64_decode($engine->audit->proveInclusion($people->accountId, 7)->entry);
array_map(unlink(...), glob("$folder/tampered.db*"));
copy($host->store, "$folder/tampered.db");
copy("$host->store-wal", "$folder/tampered.db-wal");
Engine::open("$folder/tampered.db", $host->secret)->close(); // puts the log of the copy into the copy
$bytes = str_replace($entry, str_replace('"v":1}', '"v":2}', $entry), file_get_contents("$folder/tampered.db"), $count);
Tell::expect($count > 0, 'one byte of the copy can be changed');
file_put_contents("$folder/tampered.db", $bytes);
$copy = Engine::open("$folder/tampered.db", $host->secret);
$broken = $copy->audit->verify($people->accountId)->broken;
Tell::expect($broken?->from === 7, 'verify names the entry');
Tell::good("Found: $broken->text");
$copy->close();
$engine->close();
