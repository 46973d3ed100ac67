<?php

declare(strict_types=1);

namespace Stead;

/** How mails of completion bring the document. Source: contract 5. */
enum SignedDocumentMail: string
{
    case Attachment = 'Attachment';
    case DocumentLink = 'DocumentLink';
}
