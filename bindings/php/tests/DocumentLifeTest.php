<?php

declare(strict_types=1);

namespace Stead\Tests;

use DateTimeImmutable;
use PHPUnit\Framework\TestCase;
use Stead\Answer\OutboxMessage;
use Stead\Code;
use Stead\DocumentStatus;
use Stead\DocumentView;
use Stead\Exception\NotFound;
use Stead\Exception\Refused;
use Stead\FieldType;
use Stead\NewField;
use Stead\NewSigner;
use Stead\TransmitType;

/** What a document meets between its sending and its end. */
final class DocumentLifeTest extends TestCase
{
    private const DAVID = 'david@cubeflakes.com';
    private const ALEX = 'alexgayle@cubeflakes.com';

    private Store $store;
    private string $id;

    protected function setUp(): void
    {
        $this->store = new Store();
        $bounds = ['x' => 50, 'y' => 50, 'width' => 120, 'height' => 40];
        $price = new NewField(FieldType::TextBox, $bounds, id: 'price');
        $david = new NewSigner('David', self::DAVID, formFields: [$price]);
        $this->id = $this->store->hank->documents->send('Lease', [$david], [Store::agreement()])->id;
    }

    public function testExtendedTaggedListedDeleted(): void
    {
        $documents = $this->store->hank->documents;
        $later = $documents->get($this->id)->expiresAt?->modify('+1 day');
        self::assertInstanceOf(DateTimeImmutable::class, $later);
        self::assertEquals($later, $documents->extendExpiry($this->id, $later)->expiresAt);

        self::assertSame(['renewal', '2026'], $documents->addTags($this->id, ['renewal', '2026'])->labels);
        self::assertSame(['2026'], $documents->deleteTags($this->id, ['renewal'])->labels);
        $team = $documents->teamList(transmitType: TransmitType::Sent, labels: ['2026']);
        self::assertSame($this->id, $team->items[0]->id);
        $waiting = [DocumentView::WaitingForOthers, DocumentStatus::Completed];
        self::assertSame(1, $documents->list(status: $waiting)->total);

        try {
            $documents->delete($this->id);
            self::fail('it is under way');
        } catch (Refused $refused) {
            self::assertSame(Code::WrongState, $refused->errorCode);
        }
        $documents->revoke($this->id, 'Sold.');
        $trashed = $documents->delete($this->id);
        self::assertFalse($trashed->permanently);
        self::assertNotNull($trashed->goneAt);
        self::assertTrue($documents->get($this->id)->isDeleted);
        self::assertTrue($documents->delete($this->id, deletePermanently: true)->permanently);
        $this->expectException(NotFound::class);
        $documents->get($this->id);
    }

    public function testMissedReplacedReassigned(): void
    {
        $documents = $this->store->hank->documents;
        $message = '';
        $this->store->engine->outbox->deliver(static function (OutboxMessage $mail) use (&$message): void {
            $message = $mail->to->email === self::DAVID ? $mail->id : $message;
        });
        $bounce = $this->store->engine->outbox->bounced($message, 'no such mailbox');
        self::assertSame($this->id, $bounce->documentId);
        self::assertSame(1, $documents->list(status: [DocumentView::NeedAttention])->total);

        self::assertSame(['price'], $documents->prefill($this->id, ['price' => '12'])->fields);
        $changed = $documents->changeRecipient(
            $this->id,
            'Alex Gayle',
            'Away.',
            signerEmail: self::DAVID,
            newSignerEmail: self::ALEX,
        );
        self::assertSame($bounce->signerIds, [$changed->signerId]);
        $alex = $this->store->engine->signerLink($this->store->tokenFor(self::ALEX));
        $alex->reassign('Legal desk', 'legal@cubeflakes.com', 'Not mine.');
        $signer = $documents->get($this->id)->signers[0];
        self::assertTrue($signer->isReassigned);
        self::assertFalse($signer->isDeliveryFailed);
        self::assertSame('12', $signer->fields[0]->value ?? null);
    }
}
