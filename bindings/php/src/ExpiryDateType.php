<?php

declare(strict_types=1);

namespace Stead;

/** How the expiry of a document is given. Source: contract 4.5. */
enum ExpiryDateType: string
{
    case Days = 'Days';
    case Hours = 'Hours';
    case SpecificDateTime = 'SpecificDateTime';
}
