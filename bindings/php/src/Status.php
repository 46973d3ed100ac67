<?php

// Generated from core/base/errors.json by scripts/generate_errors.py; do not edit.

declare(strict_types=1);

namespace Stead;

/** Coarse kind of an error, for branching. Source: design 8. */
enum Status: string
{
    case Ok = 'ok';
    case Invalid = 'invalid';
    case Refused = 'refused';
    case NotFound = 'notFound';
    case Conflict = 'conflict';
    case Unauthenticated = 'unauthenticated';
    case Limit = 'limit';
    case Busy = 'busy';
    case Storage = 'storage';
    case Misuse = 'misuse';
    case Internal = 'internal';
}
