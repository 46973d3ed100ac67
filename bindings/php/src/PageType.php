<?php

declare(strict_types=1);

namespace Stead;

/** Which documents sent on behalf: those the user sent for others, or those others sent for him. Source: contract 4.2. */
enum PageType: string
{
    case BehalfOfOthers = 'BehalfOfOthers';
    case BehalfOfMe = 'BehalfOfMe';
}
