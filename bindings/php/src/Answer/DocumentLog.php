<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Internal\ListOf;

/** What happened to a document, with the signed head of the trail. Source: contract 4.1. */
final readonly class DocumentLog extends Answer
{
    protected function __construct(
        /** Id of the document. */
        public string $documentId,
        /** Its title. */
        public string $title,
        /** @var list<HistoryItem> What happened, oldest first. */
        #[ListOf(HistoryItem::class)]
        public array $entries,
        /** The signed head of the trail. */
        public string $checkpoint,
    ) {
    }
}
