<?php

declare(strict_types=1);

namespace Stead;

/** Alignment in a field. Source: contract 4.5. */
enum TextAlign: string
{
    case Left = 'Left';
    case Center = 'Center';
    case Right = 'Right';
}
