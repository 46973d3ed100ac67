<?php

declare(strict_types=1);

namespace Stead;

/** How a message is to be delivered. Source: design 5. */
enum Channel: string
{
    case Email = 'email';
}
