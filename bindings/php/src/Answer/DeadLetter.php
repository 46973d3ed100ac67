<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;

/** A message that could not be delivered. Source: design 5. */
final readonly class DeadLetter extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** What it was about. */
        public string $kind,
        /** Id of the account it belongs to. */
        public string $accountId,
        /** To whom. */
        public Person $to,
        /** How often it was tried. */
        public int $attempts,
        /** When it was planned. */
        public DateTimeImmutable $createdAt,
        /** What the host said last. */
        public ?string $error = null,
        /** Id of the document it was about. */
        public ?string $documentId = null,
        /** Id of the identity it was about. */
        public ?string $identityId = null,
        /** Id of the webhook it was for. */
        public ?string $webhookId = null,
    ) {
    }
}
