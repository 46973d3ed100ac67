<?php

// The main job of Stead from end to end, on real input: an assistant sends a contract as her director, with his
// consent, and afterwards it can be proved who did what, for whom, by what right.
//
// Usage: demo.php STORE-FOLDER DATA-FOLDER
// A second run on the same folder goes on with the same account and people.

declare(strict_types=1);

require __DIR__ . '/../../bindings/php/autoload.php';
require __DIR__ . '/tell.php';
require __DIR__ . '/Story.php';

if ($argc !== 3) {
    fwrite(STDERR, "usage: $argv[0] STORE-FOLDER DATA-FOLDER\n");
    exit(2);
}

$story = new Story(folder: $argv[1], data: $argv[2]);

$story->askForConsent();
$story->refusedWhilePending();
$story->approveNarrowed();
$story->updateIdentity();
$story->sendOnBehalf();
$story->signAndComplete();
$story->sendAsOneself();
$story->scheduleAndRevoke();
$story->prove();
$story->tamperWithACopy();
