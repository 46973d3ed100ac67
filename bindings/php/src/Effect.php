<?php

declare(strict_types=1);

namespace Stead;

/** What a change does to something else. Source: contract 3.1. */
enum Effect: string
{
    case IdentityRevoked = 'identityRevoked';
    case DocumentHandedOver = 'documentHandedOver';
    case DocumentRevoked = 'documentRevoked';
    case DocumentDeclined = 'documentDeclined';
}
