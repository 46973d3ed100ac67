<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\DocumentStatus;

/** How a document stands after a signer has spoken. Source: contract 4.3. */
final readonly class SignerAnswer extends Answer
{
    protected function __construct(
        /** Id of the document. */
        public string $documentId,
        /** Id of the signer. */
        public string $signerId,
        /** Where the document stands now. */
        public DocumentStatus|string $status,
        /** When he signed; null when he declined. */
        public ?DateTimeImmutable $signedAt = null,
    ) {
    }
}
