<?php

declare(strict_types=1);

namespace Stead;

/**
 * Clears a member in an update. There null (the default of every parameter) says nothing about a member, which then
 * stays as it is; Clear::It empties it. Source: design 5.
 */
enum Clear
{
    case It;
}
