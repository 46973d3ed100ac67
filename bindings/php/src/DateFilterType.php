<?php

declare(strict_types=1);

namespace Stead;

/** Which moment of a document a period is about. Source: contract 4.2. */
enum DateFilterType: string
{
    case SentBetween = 'SentBetween';
    case Expiring = 'Expiring';
}
