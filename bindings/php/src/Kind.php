<?php

declare(strict_types=1);

namespace Stead;

/** What stands at a place of a Record. Source: design 8. */
enum Kind: int
{
    case Absent = 0;
    case Null = 1;
    case Boolean = 2;
    case Integer = 3;
    /** With a fraction. */
    case Number = 4;
    case Text = 5;
    case Array = 6;
    case Object = 7;
}
