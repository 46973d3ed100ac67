<?php

declare(strict_types=1);

namespace Stead;

/** Where a document stands. Source: design 3. */
enum DocumentStatus: string
{
    case Draft = 'Draft';
    case Scheduled = 'Scheduled';
    case InProgress = 'InProgress';
    case Completed = 'Completed';
    case Declined = 'Declined';
    case Revoked = 'Revoked';
    case Expired = 'Expired';
}
