<?php

declare(strict_types=1);

namespace Stead;

/** Which check of an audit trail failed. Source: design 6. */
enum TrailCheck: string
{
    case Leaf = 'leaf';
    case Node = 'node';
    case Head = 'head';
    case Personal = 'personal';
    case File = 'file';
    case Column = 'column';
}
