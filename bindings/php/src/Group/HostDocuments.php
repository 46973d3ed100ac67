<?php

declare(strict_types=1);

namespace Stead\Group;

use SplFileInfo;
use Stead\Answer\FinishedDocument;
use Stead\File;
use Stead\Internal\Bound;
use Stead\Native;

/** What the host itself does with documents, whoever sent them. Source: contract 4.1. */
final readonly class HostDocuments
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Engine $handle)
    {
    }

    /**
     * Hands in the finished document that the host made itself, one PDF, in place of Stead's: for what Stead cannot
     * render, a Word document for example.
     *
     * @throws \Stead\Exception\NotFound documentNotFound
     * @throws \Stead\Exception\Refused wrongState: not Completed
     * @throws \Stead\Exception\Invalid malformedFile
     */
    public function finish(string $documentId, File|SplFileInfo|string $file): FinishedDocument
    {
        return FinishedDocument::fromJson(
            \stead_document_finish($this->handle, $documentId, File::upload([$file])),
        );
    }
}
