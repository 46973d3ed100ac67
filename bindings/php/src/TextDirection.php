<?php

declare(strict_types=1);

namespace Stead;

/** Direction of writing in a field. Source: contract 4.5. */
enum TextDirection: string
{
    case LTR = 'LTR';
    case RTL = 'RTL';
}
