<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\DocumentStatus;
use Stead\Internal\ListOf;

/** What a signer sees. Source: contract 4.3. */
final readonly class SignerView extends Answer
{
    protected function __construct(
        /** Id of the document. */
        public string $documentId,
        /** Its title. */
        public string $title,
        /** What all signers are told. */
        public string $message,
        /** What he alone is told. */
        public string $privateMessage,
        /** Where the document stands. */
        public DocumentStatus|string $status,
        /** Who really sent it. */
        public string $senderName,
        /** His address. */
        public string $senderEmail,
        /** He himself, with his fields. */
        public Signer $signer,
        /** @var list<FileInfo> The files. */
        #[ListOf(FileInfo::class)]
        public array $files,
        /** Whether he can sign now. */
        public bool $yourTurn,
        /** In whose name it was sent. */
        public ?Person $behalfOf = null,
        /** When it expires. */
        public ?DateTimeImmutable $expiresAt = null,
        /** The brand as it looked when the document was sent. */
        public ?Look $brand = null,
    ) {
    }
}
