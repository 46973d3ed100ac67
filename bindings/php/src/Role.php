<?php

declare(strict_types=1);

namespace Stead;

/** What a user may do in the account. Source: design 1. */
enum Role: string
{
    case Admin = 'Admin';
    case TeamAdmin = 'TeamAdmin';
    case Member = 'Member';
    case Auditor = 'Auditor';
}
