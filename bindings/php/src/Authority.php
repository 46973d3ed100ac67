<?php

declare(strict_types=1);

namespace Stead;

/** What a decision rests on: nobody else, the consent of a person, or a right over the account. Source: design 1. */
enum Authority: string
{
    case Self = 'self';
    case Grant = 'grant';
    case AccountWide = 'accountWide';
}
