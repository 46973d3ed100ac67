<?php

declare(strict_types=1);

namespace Stead;

/** What is wrong with one member of a request. Source: design 8. */
final readonly class FieldError
{
    public function __construct(
        /** RFC 6901 pointer of the member, e.g. "/signers/0/email". */
        public string $field,
        /** What is wrong with it, one line for people. */
        public string $message,
    ) {
    }
}
