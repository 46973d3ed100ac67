<?php

declare(strict_types=1);

namespace Stead;

/** Whether it was done or refused. Source: design 11. */
enum Outcome: string
{
    case Done = 'done';
    case Refused = 'refused';
}
