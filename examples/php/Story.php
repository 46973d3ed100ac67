<?php

declare(strict_types=1);

use Stead\Answer\OutboxMessage;
use Stead\Answer\SentDocument;
use Stead\Code;
use Stead\DocumentStatus;
use Stead\Engine;
use Stead\Exception\Conflict;
use Stead\Exception\Refused;
use Stead\File;
use Stead\IdentityStatus;
use Stead\Operation;
use Stead\Options;
use Stead\Session;

/** The chapters of the demo, in their order, and what one hands to the next. */
final class Story
{
    private const OWNER = 'luthercooper@cubeflakes.com';
    private const SIGNER = 'david@cubeflakes.com';
    private const ASSISTANT = 'hankwhite@cubeflakes.com';

    private readonly Engine $engine;

    private readonly string $accountId;
    private readonly string $officeId;
    private readonly string $hankId;

    /** Hank as himself. */
    private readonly Session $hank;

    /** Hank for Luther. */
    private readonly Session $hankForLuther;

    private string $consentToken;
    private string $revokeToken;
    private SentDocument $document;

    public function __construct(private readonly string $folder, private readonly string $data)
    {
        $this->openEngine();
        $this->people();
        $this->logIn();
    }

    private function openEngine(): void
    {
        $secretFile = "$this->folder/host.secret";
        if (!is_file($secretFile)) {
            touch($secretFile);
            chmod($secretFile, 0600);
            file_put_contents($secretFile, random_bytes(32));
        }

        step('A host opens its store: one SQLite file and 32 secret bytes.', 'Engine::open()');
        $this->engine = Engine::open(
            "$this->folder/crm.db",
            secret: file_get_contents($secretFile),
            options: new Options(
                productName: 'Cubeflakes CRM',
                publicUrl: 'https://crm.cubeflakes.com',
                mailFrom: 'contracts@cubeflakes.com',
                logOrigin: 'crm.cubeflakes.com/log',
            ),
        );
    }

    private function people(): void
    {
        if (is_file("$this->folder/people.json")) {
            step('The store knows its account and people from an earlier run.');
        } else {
            $this->firstRun();
        }
        $ids = json_decode(file_get_contents("$this->folder/people.json"));
        $this->accountId = $ids->accountId;
        $this->officeId = $ids->officeId;
        $this->hankId = $ids->hankId;
    }

    private function firstRun(): void
    {
        step(
            'An account is made, and its people are invited (seed 004) and accept by the link of their mail.',
            '$engine->accounts->create(), $office->users->invite(), $engine->outbox->deliver(), '
                . '$engine->acceptInvitation()',
        );
        $account = $this->engine->accounts->create(
            name: 'Cubeflakes',
            admin: ['name' => 'Contracts Office', 'email' => 'contracts@cubeflakes.com'],
        );
        tell("Account $account->name has the number $account->number.");

        $office = $this->engine->sessionFor($account->adminUserId);
        [$luther, $hank] = $this->seed('users-invite.seed-004.json')['users'];
        $this->invite($office, $luther, 'Luther Cooper');
        $hankId = $this->invite($office, $hank, 'Hank White');

        file_put_contents("$this->folder/people.json", json_encode([
            'accountId' => $account->id,
            'officeId' => $account->adminUserId,
            'hankId' => $hankId,
        ]));
    }

    /** Invites one user of the seed's list and accepts by the link of the mail; answers the user's id. */
    private function invite(Session $office, array $user, string $name): string
    {
        $invited = $office->users->invite(...$user);
        $token = $this->deliver(to: $invited->email);
        $accepted = $this->engine->acceptInvitation($token, name: $name);
        tell("$accepted->name <$accepted->email> accepted the invitation and is {$accepted->role->value}.");
        return $accepted->id;
    }

    private function logIn(): void
    {
        step(
            'Hank gets an API key, shown once, and his program logs in with it.',
            '$session->apiKeys->create(), $engine->sessionWithKey(), $session->onBehalfOf()',
        );
        $key = $this->engine->sessionFor($this->hankId)->apiKeys->create('contract robot');
        $this->hank = $this->engine->sessionWithKey($key->key);
        $this->hankForLuther = $this->hank->onBehalfOf(self::OWNER);
    }

    public function askForConsent(): void
    {
        step(
            'Hank asks Luther Cooper to let him act in his name (seed 000).',
            '$hank->identities->create(), $engine->outbox->deliver()',
        );
        try {
            $identity = $this->hank->identities->create(...$this->seed('identity-create.seed-000.json'));
        } catch (Conflict) {
            tell('He has asked in an earlier run; his consent was revoked since, so Hank asks again:');
            tell(painted(BLUE, '$hank->identities->rerequest()'));
            $identity = $this->hank->identities->rerequest(self::OWNER);
        }
        tell("The identity $identity->id is {$identity->status->value}.");
        $token = $this->deliver(to: self::OWNER, kind: 'identity.asked.owner', show: true);
        expect($token !== null, 'the owner gets a mail with a link');
        $this->consentToken = $token;
    }

    public function refusedWhilePending(): void
    {
        step(
            'Without waiting, Hank sends the agreement as Luther (seed 001). Luther has not answered yet.',
            '$hankForLuther->documents->send()',
        );
        $refused = $this->refusal(fn () => $this->sendAgreement());
        tellRefused($refused);
        expect($refused->errorCode === Code::ConsentPending, 'the reason is consentPending');
    }

    public function approveNarrowed(): void
    {
        step(
            'Luther opens the link, reads the text, and agrees to some acts only, for 90 days.',
            '$engine->ownerLink()->look(), ->approve()',
        );
        $link = $this->engine->ownerLink($this->consentToken);
        $page = $link->look();
        tell('He is asked for ' . count($page->operations) . ' kinds of acts.');
        $answer = $link->approve(
            textHash: $page->textHash,
            operations: [
                Operation::DocumentSend,
                Operation::DocumentRemind,
                Operation::DocumentRevoke,
                Operation::DocumentAuditLog,
            ],
            until: new DateTimeImmutable('+90 days'),
            ip: '192.0.2.7',
            userAgent: 'demo',
        );
        expect($answer->status === IdentityStatus::Verified, 'the identity is Verified');
        expect(count($answer->grant->operations) === 4, 'the grant allows what Luther chose and no more');
        tellGood('The identity is Verified; the grant allows ' . count($answer->grant->operations) . ' kinds of acts.');
        $token = $this->deliver(to: self::OWNER, kind: 'identity.approved.owner');
        expect($token !== null, 'the owner gets a lasting link to revoke');
        $this->revokeToken = $token;
    }

    public function updateIdentity(): void
    {
        step(
            'Hank updates the identity: two of twelve settings, one metadata key (seed 003). The rest stays.',
            '$hank->identities->update()',
        );
        $before = $this->hank->identities->get(self::OWNER)->notificationSettings;
        $identity = $this->hank->identities->update(self::OWNER, ...$this->seed('identity-update.seed-003.json'));
        $settings = $identity->notificationSettings;
        $plan = $identity->metaData['AccountPlan'];
        expect($settings->sent && !$settings->viewed, 'the two settings changed');
        expect($settings->completed === $before->completed, 'a setting that was not named stays');
        expect($plan === 'Paid', 'the metadata key changed');
        $word = static fn (bool $on): string => $on ? 'on' : 'off';
        tell(sprintf(
            'sent: %s (was %s)   viewed: %s (was %s)   completed: %s (not named, stays)   AccountPlan: %s',
            $word($settings->sent),
            $word($before->sent),
            $word($settings->viewed),
            $word($before->viewed),
            $word($settings->completed),
            $plan,
        ));
        tell('A change of a Verified identity is told to its owner:');
        $this->deliver();
    }

    public function sendOnBehalf(): void
    {
        step(
            "Now the same send is allowed: a three-page PDF leaves in Luther's name.",
            '$hankForLuther->documents->send()',
        );
        $this->document = $this->sendAgreement();
        $sent = $this->document;
        expect($sent->status === DocumentStatus::InProgress, 'the document is InProgress');
        expect($sent->actorId === $this->hankId, 'the answer names the one who really acted');
        expect($sent->principal->email === self::OWNER, 'and the one he acted for');
        tellGood("Document $sent->id is {$sent->status->value}.");
        tell("actor $sent->actorId   for {$sent->principal->email}   authority {$sent->authority->value}   "
            . "grant version $sent->grantVersion");

        step(
            'What Luther did not agree to stays refused: a new access code.',
            '$hankForLuther->documents->changeAccessCode()',
        );
        $refused = $this->refusal(
            fn () => $this->hankForLuther->documents->changeAccessCode($sent->id, '4711', signerEmail: self::SIGNER),
        );
        tellRefused($refused);
        expect($refused->errorCode === Code::OperationNotGranted, 'the reason is operationNotGranted');
    }

    public function signAndComplete(): void
    {
        step(
            'Who is told: David is asked to sign; he sees Luther as the sender, and answers go to Luther.',
            '$engine->outbox->deliver()',
        );
        $token = $this->deliver(to: self::SIGNER, kind: 'document.request.signer', show: true);
        expect($token !== null, 'the signer gets a link');

        step(
            'David opens the document and signs; it is complete, and everybody concerned hears of it.',
            '$engine->signerLink()->view(), ->sign()',
        );
        $link = $this->engine->signerLink($token);
        $view = $link->view();
        tell("He reads \"$view->title\" from {$view->behalfOf->name}.");
        $answer = $link->sign(values: ['sign' => 'David'], ip: '198.51.100.4');
        expect($answer->status === DocumentStatus::Completed, 'the document is complete');
        tellGood("The document is {$answer->status->value}.");
        $this->deliver(to: self::OWNER, kind: 'document.completed.owner', show: true);
    }

    public function sendAsOneself(): void
    {
        step(
            'Hank may also send as himself (seed 002); the two kinds stand in two lists.',
            '$hank->documents->send(), ->list(), ->behalfList()',
        );
        $documents = $this->hank->documents;
        $before = [$documents->list()->total, $documents->behalfList()->total];
        $documents->send(
            ...$this->seed('send-as-oneself.seed-002.json'),
            files: [File::path("$this->data/agreement.pdf", name: 'NDA.pdf')],
        );
        [$own, $behalf] = [$documents->list()->total, $documents->behalfList()->total];
        expect([$own, $behalf] === [$before[0] + 1, $before[1]], 'only the list of his own got longer');
        tell("As himself: $own. For others: $behalf.");
        $this->deliver();
    }

    public function scheduleAndRevoke(): void
    {
        $moment = new DateTimeImmutable('+2 seconds');
        step('Hank schedules one more send for later.', '$hankForLuther->documents->send(scheduledSendAt: …)');
        $waiting = $this->sendAgreement(scheduledSendAt: $moment);
        expect($waiting->status === DocumentStatus::Scheduled, 'the document waits');
        tell("Document $waiting->id is {$waiting->status->value}.");

        step(
            'A second process asks all the time whether Hank may send as Luther. Luther revokes by his lasting link.',
            '$session->allows() in the other process, $engine->ownerLink()->revoke() here',
        );
        $files = ["$this->folder/crm.db", "$this->folder/host.secret"];
        $watcher = $this->start('watcher.php', ...[...$files, $this->hankId, self::OWNER]);
        expect(fgets($watcher->output) === "ready\n", 'the second process is allowed at first');
        $answer = $this->engine->ownerLink($this->revokeToken)->revoke();
        tell("The identity is {$answer->status->value}.");
        $said = stream_get_contents($watcher->output);
        expect(proc_close($watcher->process) === 0, 'the second process sees the revocation');
        tellGood(rtrim($said));

        step(
            "The moment of the scheduled send comes. What leaves in somebody's name is decided again then.",
            '$engine->runDue()',
        );
        while (new DateTimeImmutable() <= $moment) {
            usleep(50_000);
        }
        $this->engine->runDue();
        $document = $this->hank->documents->get($waiting->id);
        expect($document->status === DocumentStatus::Revoked, 'the scheduled send did not leave');
        expect($document->sendFailed, 'and the document says so');
        tellGood("It is {$document->status->value}: $document->endMessage");
        $this->deliver();
    }

    public function prove(): void
    {
        step(
            'Who did what, for whom, by what right: the office exports the evidence of the completed document,',
            '$engine->audit->checkpoint(), $office->audit->exportEvidence()',
        );
        $checkpoint = $this->engine->audit->checkpoint($this->accountId);
        tell("The log holds $checkpoint->size entries; its signed head:");
        foreach (array_filter(explode("\n", $checkpoint->checkpoint)) as $line) {
            tell("  $line");
        }
        $evidence = $this->engine->sessionFor($this->officeId)->audit->exportEvidence($this->document->id);
        file_put_contents("$this->folder/evidence.json", $evidence->toJson());
        file_put_contents("$this->folder/log.vkey", $checkpoint->vkey);

        step(
            "and checked by a separate small program that has only the file and the log's public key.",
            'EvidenceFile::verify() in verify_evidence.php',
        );
        $verifier = $this->start('verify_evidence.php', "$this->folder/evidence.json", "$this->folder/log.vkey");
        tell(rtrim(stream_get_contents($verifier->output)));
        expect(proc_close($verifier->process) === 0, 'the evidence verifies');
    }

    public function tamperWithACopy(): void
    {
        $entry = 7;
        step(
            'The whole trail is verified; then one byte of one entry is changed in a copy of the store.',
            '$engine->audit->verify()',
        );
        $whole = $this->engine->audit->verify($this->accountId);
        expect($whole->ok, 'the trail verifies');
        tellGood("OK: $whole->size entries fit their hashes and the head.");

        $copy = "$this->folder/tampered.db";
        $tamper = $this->start('tamper.php', "$this->folder/crm.db", $copy, $this->accountId, (string) $entry);
        expect(proc_close($tamper->process) === 0, 'one byte of the copy can be changed');
        $found = Engine::open($copy, secret: file_get_contents("$this->folder/host.secret"))
            ->audit->verify($this->accountId);
        expect(!$found->ok, 'the change is found');
        expect($found->broken->from === $entry, 'verify names the entry');
        tellGood("Found: {$found->broken->text}");
    }

    private function sendAgreement(?DateTimeImmutable $scheduledSendAt = null): SentDocument
    {
        return $this->hankForLuther->documents->send(
            ...$this->seed('send-on-behalf.seed-001.json'),
            files: ["$this->data/agreement.pdf"],
            scheduledSendAt: $scheduledSendAt,
        );
    }

    private function refusal(callable $act): Refused
    {
        $refused = null;
        try {
            $act();
        } catch (Refused $refused) {
        }
        expect($refused !== null, 'the act is refused');
        return $refused;
    }

    /**
     * Delivers all due mails, tells who got what. The mail to $to (of $kind, or of any) is shown whole when $show; the
     * secret at the end of its link is answered, null when there is none.
     */
    private function deliver(?string $to = null, ?string $kind = null, bool $show = false): ?string
    {
        $token = null;
        $delivered = $this->engine->outbox->deliver(
            function (OutboxMessage $mail) use ($to, $kind, $show, &$token): void {
                $wanted = $mail->to->email === $to && ($kind === null || $mail->kind === $kind);
                if ($wanted && $show) {
                    tellMail($mail);
                } else {
                    tell(sprintf('mail to %-28s %s', $mail->to->email, $mail->subject));
                }
                if ($wanted && $mail->link !== null) {
                    $token ??= basename($mail->link);
                }
            },
        );
        if ($delivered === 0) {
            tell('(no mail is due)');
        }
        return $token;
    }

    /** A request of examples/data, as named arguments. */
    private function seed(string $name): array
    {
        return json_decode(file_get_contents("$this->data/$name"), true, flags: JSON_THROW_ON_ERROR);
    }

    /** Starts a program of this folder in a process of its own. */
    private function start(string $program, string ...$arguments): object
    {
        $process = proc_open([PHP_BINARY, __DIR__ . "/$program", ...$arguments], [1 => ['pipe', 'w']], $pipes);
        return (object) ['process' => $process, 'output' => $pipes[1]];
    }
}
