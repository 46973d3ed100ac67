<?php

declare(strict_types=1);

namespace Stead;

/** How a document in progress looks to the user who asks. Source: contract 4.2. */
enum DocumentView: string
{
    case None = 'None';
    case WaitingForMe = 'WaitingForMe';
    case WaitingForOthers = 'WaitingForOthers';
    case NeedAttention = 'NeedAttention';
}
