<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Authority;
use Stead\Code;
use Stead\Operation;

/** A decision in words. Source: design 4. */
final readonly class Explanation extends Answer
{
    protected function __construct(
        /** Whether it is allowed. */
        public bool $allowed,
        /** What was asked about. */
        public Operation|string $operation,
        /** What the answer rests on; empty when refused before that was known. */
        public Authority|string|null $authority = null,
        /** One line for people. */
        public string $text,
        /** Code of the first rule that refused. */
        public Code|string|null $reason = null,
        /** That rule in words. */
        public ?string $rule = null,
        /** The verb that mends it. */
        public ?string $remedy = null,
        /** Id of the grant concerned. */
        public ?string $grantId = null,
        /** Version of that grant. */
        public ?int $grantVersion = null,
        /** Until when an allowed answer lasts by itself. */
        public ?DateTimeImmutable $validUntil = null,
    ) {
    }
}
