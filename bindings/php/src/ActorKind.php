<?php

declare(strict_types=1);

namespace Stead;

/** What kind of somebody did it. Source: design 1. */
enum ActorKind: string
{
    case User = 'user';
    case Owner = 'owner';
    case Signer = 'signer';
    case Host = 'host';
    case System = 'system';
}
