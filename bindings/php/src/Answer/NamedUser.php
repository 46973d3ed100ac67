<?php

declare(strict_types=1);

namespace Stead\Answer;

/** A user as a document or a grant names him. Source: design 1. */
final readonly class NamedUser extends Answer
{
    protected function __construct(
        /** His id. */
        public string $id,
        /** His name. */
        public string $name,
        /** His address. */
        public string $email,
    ) {
    }
}
