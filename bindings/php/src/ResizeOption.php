<?php

declare(strict_types=1);

namespace Stead;

/** What a field does when its text is too long. Source: contract 4.5. */
enum ResizeOption: string
{
    case GrowVertically = 'GrowVertically';
    case GrowHorizontally = 'GrowHorizontally';
    case GrowBoth = 'GrowBoth';
    case Fixed = 'Fixed';
    case AutoResizeFont = 'AutoResizeFont';
}
