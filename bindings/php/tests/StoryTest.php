<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use Stead\ActorKind;
use Stead\Authority;
use Stead\Clear;
use Stead\Code;
use Stead\ConsentAnswer;
use Stead\DocumentStatus;
use Stead\Engine;
use Stead\EvidenceFile;
use Stead\Exception\Invalid;
use Stead\Exception\NotFound;
use Stead\Exception\Refused;
use Stead\Exception\SteadException;
use Stead\ExpiryDateType;
use Stead\File;
use Stead\FileType;
use Stead\FinishedFormat;
use Stead\IdentityStatus;
use Stead\LinkKind;
use Stead\NewUser;
use Stead\Operation;
use Stead\PageType;
use Stead\Role;
use Stead\SignedDocumentMail;
use Stead\SignerStatus;
use Stead\UserStatus;

/** The main job from end to end, through the public layer: somebody sends for somebody else, with his consent. */
final class StoryTest extends TestCase
{
    private Store $store;

    protected function setUp(): void
    {
        $this->store = new Store();
    }

    public function testPeople(): void
    {
        $hank = $this->store->hank;
        $luther = $hank->users->invite(Store::LUTHER, 'Luther Cooper', Role::Admin, metaData: ['Department' => 'Sales']);
        self::assertSame([UserStatus::InvitationPending, Role::Admin], [$luther->status, $luther->role]);
        $token = $this->store->tokenFor(Store::LUTHER);
        $active = $this->store->engine->acceptInvitation($token, 'Luther Cooper', ip: '192.0.2.7');
        self::assertSame(UserStatus::Active, $active->status);
        self::assertSame(['Department' => 'Sales'], $active->metaData);

        $team = $hank->teams->create('Sales');
        self::assertSame($team->id, $hank->teams->assign($luther->id, $team->id)->teamId);
        self::assertNull($hank->teams->assign($luther->id, null)->teamId);
        $updated = $hank->users->update($luther->id, role: Role::TeamAdmin, metaData: ['Department' => null, 'a' => 'b']);
        self::assertSame([Role::TeamAdmin, ['a' => 'b']], [$updated->role, $updated->metaData]);
        self::assertSame(UserStatus::Deactivated, $hank->users->deactivate($luther->id, $updated->version)->status);
        self::assertSame(UserStatus::Active, $hank->users->reactivate($luther->id)->status);

        $shown = $hank->users->changeTeam($luther->id, $team->id, $this->store->hankId, dryRun: true);
        self::assertSame([null, false], [$shown->teamName, $shown->plan?->applied]);
        $hank->users->update($luther->id, name: 'Luther');
        $stale = self::codeOf(fn () => $hank->users->changeTeam($luther->id, $team->id, planId: $shown->plan->id));
        self::assertSame(Code::PlanChanged, $stale);
        $moved = $hank->users->changeTeam($luther->id, $team->id);
        self::assertSame(['Sales', true, [], 0], [
            $moved->teamName, $moved->plan?->applied, $moved->plan?->effects, $moved->plan?->counts->documentHandedOver,
        ]);
        self::assertSame($luther->id, $hank->teams->get($team->id)->members[0]->id);
        self::assertSame(2, $hank->teams->rename($team->id, 'Selling', 1)->version);
        $david = $hank->users->inviteAll([new NewUser('david@cubeflakes.com', role: Role::Auditor)])->users[0];
        self::assertSame(2, $hank->users->resendInvitation($david->id)->version);
        self::assertSame($david->id, $hank->users->cancelInvitation($david->id)->id);
        self::assertCount(1, $hank->users->list(userIds: [$luther->id]));
        $handOver = fn () => $hank->documents->handOver([$team->id], $luther->id, dryRun: true);
        self::assertSame(Code::DocumentNotFound, self::codeOf($handOver));

        self::assertSame('Cubeflakes CRM', $hank->accounts->update(name: 'Cubeflakes CRM')->name);
        self::assertSame('Cubeflakes CRM', $this->store->engine->accounts->get($this->store->account)->name);

        $key = $hank->apiKeys->create('contract robot');
        self::assertSame($this->store->hankId, $this->store->engine->sessionWithKey((string) $key->key)->userId);
        self::assertNull($hank->apiKeys->list()->items[0]->key);
        self::assertNotNull($hank->apiKeys->revoke($key->id)->revokedAt);
    }

    public function testConsent(): void
    {
        $hank = $this->store->hank;
        $asked = $hank->identities->create('Luther Cooper', Store::LUTHER, redirectUrl: 'https://cubeflakes.com');
        $link = $this->store->engine->ownerLink($this->store->tokenFor(Store::LUTHER));
        $view = $link->look();
        self::assertSame([LinkKind::Consent, 'Hank White'], [$view->kind, $view->creator->name]);
        $until = Store::at('2026-03-01T00:00:00Z');
        $answer = $link->approve($view->textHash, [Operation::DocumentSend], until: $until, ip: '192.0.2.7');
        self::assertSame([Operation::DocumentSend], $answer->grant?->operations);
        self::assertEquals($until, $answer->grant->until);

        $changed = $hank->identities->update($asked->id, name: 'Luther', redirectUrl: Clear::It);
        self::assertSame(['Luther', null], [$changed->name, $changed->redirectUrl ?: null]);
        $lasting = $this->store->engine->ownerLink($this->store->tokenFor(Store::LUTHER));
        self::assertSame(2, $lasting->narrow(until: Store::at('2026-02-01T00:00:00Z'))->grant?->version);
        self::assertTrue($hank->grants->principals()->items[0]->mayActNow);
        self::assertSame(Store::LUTHER, $hank->grants->actors(all: true)->items[0]->principal->email);
        self::assertSame(IdentityStatus::Revoked, $lasting->revoke()->status);
        self::assertSame(IdentityStatus::Pending, $hank->identities->rerequest($asked->id)->status);
        self::assertSame(IdentityStatus::Pending, $hank->identities->resend(Store::LUTHER)->status);
        $again = $this->store->engine->ownerLink($this->store->tokenFor(Store::LUTHER));
        self::assertSame(IdentityStatus::Denied, $again->deny(neverAskAgain: true)->status);

        $rounds = $hank->identities->evidence($asked->id)->rounds;
        self::assertSame(ConsentAnswer::Approved, $rounds[0]->answer);
        self::assertSame(ConsentAnswer::Denied, end($rounds)->answer);
        self::assertSame($asked->id, $hank->identities->delete($asked->id)->id);
        $this->expectException(NotFound::class);
        $hank->identities->get($asked->id);
    }

    public function testSendingAndSigning(): void
    {
        $this->store->approve();
        $forLuther = $this->store->hank->onBehalfOf(Store::LUTHER);
        $sent = $forLuther->documents->send(
            'Agreement',
            [Store::david(accessCode: '0815')],
            [Store::PDF, File::bytes('copy.pdf', (string) file_get_contents(Store::PDF)), $this->stream()],
            labels: ['sales'],
            reminderSettings: ['enableAutoReminder' => false],
        );
        self::assertSame([Authority::Grant, 'Luther Cooper'], [$sent->authority, $sent->principal?->name]);
        self::assertSame(['agreement.pdf', 'copy.pdf', 'stream.pdf'], array_column($sent->files, 'name'));
        self::assertSame(hash_file('sha256', Store::PDF), $sent->files[2]->sha256);

        $bytes = implode('', iterator_to_array($forLuther->documents->download($sent->id, 1), false));
        self::assertSame(file_get_contents(Store::PDF), $bytes);
        $part = $forLuther->documents->read($sent->id, 0, 3, 5);
        self::assertSame([substr($bytes, 3, 5), FileType::Pdf], [$part->bytes, $part->file->type]);
        self::assertCount(1, $forLuther->documents->remind($sent->id)->reminded);
        $signerId = $sent->signers[0]->id;
        self::assertSame($signerId, $forLuther->documents->changeAccessCode($sent->id, '4711', $signerId)->signerId);

        $david = $this->store->engine->signerLink($this->store->tokenFor('david@cubeflakes.com'));
        $view = $david->view(accessCode: '4711');
        self::assertSame(['Luther Cooper', true], [$view->behalfOf?->name, $view->yourTurn]);
        self::assertSame($bytes, implode('', iterator_to_array($david->download(0, '4711'), false)));
        self::assertSame(4, strlen($david->read(max: 4, accessCode: '4711')->bytes));
        try {
            $david->sign([], '4711');
            self::fail('a required field is empty');
        } catch (Invalid $failed) {
            self::assertSame('/values/sign', $failed->fields[0]->field);
        }
        self::assertSame(DocumentStatus::Completed, $david->sign(['sign' => 'David'], '4711')->status);

        $document = $this->store->hank->documents->get($sent->id);
        self::assertSame([DocumentStatus::Completed, SignerStatus::Completed],
            [$document->status, $document->signers[0]->status]);
        self::assertContains(ActorKind::Signer, array_column($document->history ?? [], 'actorKind'));
        self::assertNotSame([], $forLuther->documents->auditLog($sent->id)->entries);
    }

    public function testBrands(): void
    {
        $brands = $this->store->hank->brands;
        $logo = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>';
        $made = $brands->create(
            'Cubeflakes',
            File::bytes('logo.svg', $logo),
            buttonColor: 'navy',
            documentExpirySettings: ['expiryDateType' => ExpiryDateType::Days, 'expiryValue' => 7],
            signatureFrameSettings: ['enableSignatureFrame' => true],
        );
        self::assertSame([FileType::Svg, strlen($logo)], [$made->logo->type, $made->logo->size]);
        self::assertSame(SignedDocumentMail::Attachment, $made->emailSignedDocument);
        self::assertTrue($made->signatureFrameSettings->enableSignatureFrame);
        self::assertSame('svg', $brands->logo($made->id, 1, 3)->bytes);
        self::assertTrue($brands->makeDefault($made->id)->isDefault);
        $sent = $this->store->hank->documents->send('Agreement', [Store::david()], [Store::agreement()]);
        self::assertSame('red', $brands->update($made->id, buttonColor: 'red', version: 2)->buttonColor);
        self::assertSame('navy', $this->store->hank->documents->get($sent->id)->brand?->buttonColor);
        self::assertSame('red', $brands->get($made->id)->buttonColor);
        self::assertCount(1, $brands->list()->items);
        $this->store->hank->documents->revoke($sent->id, 'Another look.');
        self::assertSame($made->id, $brands->delete($made->id)->id);
        self::assertSame([], $brands->list()->items);
    }

    public function testWhatRemainsOfADocument(): void
    {
        $this->store->approve();
        $this->store->hank->identities->update(
            Store::LUTHER,
            notificationSettings: ['attachSignedDocument' => true],
        );
        $forLuther = $this->store->hank->onBehalfOf(Store::LUTHER);
        $sent = $forLuther->documents->send('Agreement', [Store::david()], [Store::agreement()]);
        $david = $this->store->engine->signerLink($this->store->tokenFor('david@cubeflakes.com'));
        $david->sign(['sign' => 'David']);

        $certificate = $forLuther->documents->certificate($sent->id);
        self::assertStringStartsWith('%PDF-', $certificate->bytes);
        self::assertSame($certificate->file->sha256, hash('sha256', $certificate->bytes));
        self::assertSame($certificate->bytes, $david->certificate()->bytes);
        $finished = $forLuther->documents->finished($sent->id);
        self::assertSame([FileType::Pdf, 'Agreement.pdf'], [$finished->file->type, $finished->file->name]);
        self::assertSame('PDF', $david->finished(null, 1, 3)->bytes);
        $apart = $forLuther->documents->finished($sent->id, FinishedFormat::Individually);
        self::assertSame(FileType::Zip, $apart->file->type);

        $mails = array_filter($this->store->engine->outbox->take(100)->items, static fn ($mail) => $mail->attach === true);
        $mail = array_values($mails)[0];
        $outbox = $this->store->engine->outbox;
        self::assertSame($finished->bytes, $outbox->attachment($mail->id, $mail->lease)->bytes);
        self::assertSame($certificate->bytes, $outbox->attachment($mail->id, $mail->lease, 1)->bytes);

        $handed = $this->store->engine->documents->finish($sent->id, Store::PDF);
        self::assertSame(hash_file('sha256', Store::PDF), $handed->file->sha256);
        self::assertSame($handed->file->sha256, $forLuther->documents->finished($sent->id)->file->sha256);
    }

    public function testListsCallingBackAndDeclining(): void
    {
        $this->store->approve();
        $forLuther = $this->store->hank->onBehalfOf(Store::LUTHER);
        $first = $forLuther->documents->send('Agreement', [Store::david()], [Store::agreement()]);
        $this->store->hank->documents->send('NDA', [Store::david()], [Store::agreement()]);
        self::assertSame('NDA', $this->store->hank->documents->list(status: [DocumentStatus::InProgress])->items[0]->title);
        $behalf = $this->store->hank->documents->behalfList(PageType::BehalfOfOthers, identityEmail: Store::LUTHER);
        self::assertSame('Luther Cooper', $behalf->items[0]->behalfOf?->name);
        self::assertSame([null, null], [$behalf->items[0]->message, $behalf->items[0]->history]);
        $revoked = $forLuther->documents->revoke($first->id, 'A clause was wrong.', $first->version);
        self::assertSame(DocumentStatus::Revoked, $revoked->status);
        $david = $this->store->engine->signerLink($this->store->tokenFor('david@cubeflakes.com'));
        self::assertSame(DocumentStatus::Declined, $david->decline('I will not.')->status);
        try {
            $this->store->hank->documents->remind($first->id);
            self::fail('the principal has to be named');
        } catch (Refused $failed) {
            self::assertSame(Code::PrincipalRequired, $failed->errorCode);
        }
    }

    public function testWhatTimeDoes(): void
    {
        $token = $this->store->approve();
        $forLuther = $this->store->hank->onBehalfOf(Store::LUTHER);
        $moment = Store::at('2026-01-02T00:00:00Z');
        $waiting = $forLuther->documents->send('Agreement', [Store::david()], [Store::agreement()], scheduledSendAt: $moment);
        self::assertEquals([DocumentStatus::Scheduled, $moment], [$waiting->status, $waiting->scheduledSendAt]);
        $this->store->engine->ownerLink($token)->revoke();
        $this->store->engine->setTestClock(Store::at('2026-01-02T00:00:01Z'));
        self::assertFalse($this->store->engine->runDue(maxSteps: 10)->more);
        $document = $this->store->hank->documents->get($waiting->id);
        self::assertSame([DocumentStatus::Revoked, true], [$document->status, $document->sendFailed]);
    }

    public function testOutbox(): void
    {
        $this->store->hank->identities->create('Luther Cooper', Store::LUTHER);
        $outbox = $this->store->engine->outbox;
        for ($attempt = 1; ($taken = $outbox->take(max: 5, leaseMs: 1000))->items !== []; $attempt++) {
            $message = $taken->items[0];
            self::assertSame([$attempt, 'Luther Cooper'], [$message->attempt, $message->to->name]);
            $failed = $outbox->fail($message->id, $message->lease, 'the mail server is down');
            $this->store->engine->setTestClock($failed->nextAttemptAt ?? Store::at('2026-02-01T00:00:00Z'));
        }
        self::assertSame(11, $attempt);
        self::assertSame('the mail server is down', $outbox->deadLetters()->items[0]->error);
        self::assertCount(1, iterator_to_array($outbox->allDeadLetters()));

        $this->store->hank->identities->create('Legal', 'legal@cubeflakes.com');
        $delivered = $outbox->deliver(static fn () => throw new \RuntimeException("no route\nto host"));
        self::assertSame(0, $delivered);
        $this->expectException(NotFound::class);
        $outbox->ack($message->id, $message->lease);
    }

    public function testProofs(): void
    {
        $this->store->approve();
        $sent = $this->store->hank->onBehalfOf(Store::LUTHER)->documents
            ->send('Agreement', [Store::david()], [Store::agreement()]);
        $trails = $this->store->engine->audit;
        $account = $this->store->account;
        $checkpoint = $trails->checkpoint($account);
        $verified = $trails->verify($account, deep: true);
        self::assertSame([true, true, $checkpoint->size], [$verified->ok, $verified->deep, $verified->size]);
        self::assertSame(3, $trails->proveInclusion($account, 3)->index);
        self::assertNotSame([], $trails->proveConsistency($account, 3, $checkpoint->size)->hashes);

        $evidence = $this->store->hank->audit->exportEvidence($sent->id)->toJson();
        $holds = EvidenceFile::verify($evidence, $checkpoint->vkey);
        self::assertSame([true, $sent->id], [$holds->ok, $holds->documentId]);
        $broken = EvidenceFile::verify(str_replace('"name":"agreement.pdf"', '"name":"agreement.txt"', $evidence), $checkpoint->vkey);
        self::assertFalse($broken->ok);
        self::assertNotSame('', (string) $broken->broken?->text);

        $erased = $this->store->hank->audit->erasePerson('david@cubeflakes.com');
        self::assertGreaterThan(0, $erased->erased);
        $entries = iterator_to_array($this->store->hank->audit->all());
        self::assertSame($erased->auditIndex, end($entries)->index);
        self::assertSame('document.send', $this->store->hank->audit->list(subjectId: $sent->id)->items[0]->entry->operation);
        self::assertSame(Engine::version(), \STEAD_VERSION);
    }

    /** @param callable(): mixed $call */
    private static function codeOf(callable $call): Code|string|null
    {
        try {
            $call();
            return null;
        } catch (SteadException $problem) {
            return $problem->errorCode;
        }
    }

    private function stream(): File
    {
        $stream = fopen(Store::PDF, 'rb');
        self::assertNotFalse($stream);
        return File::stream('stream.pdf', $stream);
    }
}
