<?php

declare(strict_types=1);

namespace Stead;

use JsonSerializable;
use Stead\Internal\RequestValue;

/** Somebody to invite together with others. Source: contract 3.1. */
final readonly class NewUser implements JsonSerializable
{
    use RequestValue;

    public function __construct(
        public string $email,
        /** At most 80 characters. */
        public ?string $name = null,
        /** Member by default. */
        public Role|string|null $role = null,
        public ?string $teamId = null,
        /** @var array<array-key, string>|null at most 50 pairs; key 1 to 50, value at most 500 characters */
        public ?array $metaData = null,
    ) {
        $this->contract = [];
    }
}
