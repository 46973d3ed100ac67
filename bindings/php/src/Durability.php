<?php

declare(strict_types=1);

namespace Stead;

/** When an answer may leave: full, when it is on disk; normal, when it is there soon. Source: design 7. */
enum Durability: string
{
    case Full = 'full';
    case Normal = 'normal';
}
