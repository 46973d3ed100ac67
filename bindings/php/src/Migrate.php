<?php

declare(strict_types=1);

namespace Stead;

/** Whether an older store is brought up to date when it is opened. Source: design 7. */
enum Migrate: string
{
    case Auto = 'auto';
    case Never = 'never';
}
