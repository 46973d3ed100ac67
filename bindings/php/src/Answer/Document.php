<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Authority;
use Stead\DocumentStatus;
use Stead\Internal\ListOf;

/** A document; in lists without message, metaData, files and history. Source: contract 4.6. */
final readonly class Document extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** Its title. */
        public string $title,
        /** Where it stands. */
        public DocumentStatus|string $status,
        /** Whether it could not be sent at its moment. */
        public bool $sendFailed,
        /** Who sent it. */
        public NamedUser $actor,
        /** Id of the user whose it is. */
        public string $ownerId,
        /** Id of the user who manages it. */
        public string $holderId,
        /** @var list<Signer> Who has to sign. */
        #[ListOf(Signer::class)]
        public array $signers,
        /** @var list<Copied> Who gets copies. */
        #[ListOf(Copied::class)]
        public array $cc,
        /** @var list<string> Labels. */
        public array $labels,
        /** Whether signers sign in their order. */
        public bool $enableSigningOrder,
        /** Whether signers get no mails. */
        public bool $disableEmails,
        /** Whether it is in the holder's trash. */
        public bool $isDeleted,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
        /** When something last happened to it. */
        public DateTimeImmutable $activityAt,
        /** By what right it was sent. */
        public Authority|string $authority,
        /** Goes up with every change. */
        public int $version,
        /** In whose name it was sent; null: the actor's own. */
        public ?Person $behalfOf = null,
        /** Id of a brand. */
        public ?string $brandId = null,
        /** When it was sent. */
        public ?DateTimeImmutable $sentAt = null,
        /** When it will be sent. */
        public ?DateTimeImmutable $scheduledSendAt = null,
        /** When it expires. */
        public ?DateTimeImmutable $expiresAt = null,
        /** When it ended. */
        public ?DateTimeImmutable $endedAt = null,
        /** Why it ended. */
        public ?string $endMessage = null,
        /** Id of the grant it was sent by. */
        public ?string $grantId = null,
        /** Version of that grant. */
        public ?int $grantVersion = null,
        /** What the signers are told. */
        public ?string $message = null,
        /** @var array<array-key, string>|null Pairs of the host. */
        public ?array $metaData = null,
        /** @var list<FileInfo>|null Its files. */
        #[ListOf(FileInfo::class)]
        public ?array $files = null,
        /** @var list<HistoryItem>|null What happened to it. */
        #[ListOf(HistoryItem::class)]
        public ?array $history = null,
        /** The brand as it looked when the document was sent. */
        public ?Look $brand = null,
    ) {
    }
}
