<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Internal\ListOf;
use Stead\SignerStatus;

/** Somebody who has to sign. Source: contract 4.3. */
final readonly class Signer extends Answer
{
    protected function __construct(
        /** His id in this document. */
        public string $id,
        /** His name. */
        public string $name,
        /** His address. */
        public string $email,
        /** His place in the order. */
        public int $order,
        /** Whether he has signed. */
        public SignerStatus|string $status,
        /** Whether he has to give a code. */
        public bool $hasAccessCode,
        /** Whether a mail to him came back. */
        public bool $isDeliveryFailed,
        /** Whether another signer handed him the place. */
        public bool $isReassigned,
        /** When he first looked. */
        public ?DateTimeImmutable $viewedAt = null,
        /** When he signed or declined. */
        public ?DateTimeImmutable $doneAt = null,
        /** @var list<Field>|null His fields. */
        #[ListOf(Field::class)]
        public ?array $fields = null,
    ) {
    }
}
