<?php

declare(strict_types=1);

namespace Stead;

/** Whether a user can act. Source: design 3. */
enum UserStatus: string
{
    case InvitationPending = 'InvitationPending';
    case Active = 'Active';
    case Deactivated = 'Deactivated';
}
