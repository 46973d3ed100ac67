<?php

declare(strict_types=1);

namespace Stead\Answer;

/** A signer of a document just sent. Source: contract 4.5. */
final readonly class SentSigner extends Answer
{
    protected function __construct(
        /** His id in this document. */
        public string $id,
        /** His address. */
        public string $email,
    ) {
    }
}
