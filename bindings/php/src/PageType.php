<?php

declare(strict_types=1);

namespace Stead;

/** Which documents sent on behalf: sent by the user for others, or by others for him. Source: contract 4.2. */
enum PageType: string
{
    case BehalfOfOthers = 'BehalfOfOthers';
    case BehalfOfMe = 'BehalfOfMe';
}
