<?php

declare(strict_types=1);

namespace Stead\Answer;

/** Who was not reached by a message that came back. Source: contract 2.3. */
final readonly class Bounce extends Answer
{
    protected function __construct(
        /** Which text it was. */
        public string $kind,
        /** @var list<string> Ids of the signers who are waited for at its address. */
        public array $signerIds,
        /** Id of the document it told of. */
        public ?string $documentId = null,
    ) {
    }
}
