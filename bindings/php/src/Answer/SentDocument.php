<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Authority;
use Stead\DocumentStatus;
use Stead\Internal\ListOf;

/** A document that was sent or scheduled, and by what right. Source: contract 4.5. */
final readonly class SentDocument extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** InProgress or Scheduled. */
        public DocumentStatus|string $status,
        /** Its title. */
        public string $title,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
        /** When it expires. */
        public DateTimeImmutable $expiresAt,
        /** @var list<FileInfo> Its files. */
        #[ListOf(FileInfo::class)]
        public array $files,
        /** @var list<SentSigner> Who has to sign. */
        #[ListOf(SentSigner::class)]
        public array $signers,
        /** Goes up with every change. */
        public int $version,
        /** Id of the user who really acted. */
        public string $actorId,
        /** For whom; null: as himself. */
        public ?Principal $principal,
        /** By what right. */
        public Authority|string $authority,
        /** Id of the grant. */
        public ?string $grantId = null,
        /** Version of the grant. */
        public ?int $grantVersion = null,
        /** When it was sent. */
        public ?DateTimeImmutable $sentAt = null,
        /** When it will be sent. */
        public ?DateTimeImmutable $scheduledSendAt = null,
    ) {
    }
}
