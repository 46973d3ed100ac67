<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\ExpiryDateType;

/** When documents of a brand expire that do not say it themselves. Source: contract 5. */
final readonly class BrandExpiry extends Answer
{
    protected function __construct(
        /** In what the value counts; days unless told. */
        public ExpiryDateType|string|null $expiryDateType = null,
        /** How many. */
        public ?int $expiryValue = null,
        /** Days between reminders. */
        public ?int $reminderDays = null,
        /** How many reminders. */
        public ?int $reminderCount = null,
    ) {
    }
}
