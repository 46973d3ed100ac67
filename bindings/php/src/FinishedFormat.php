<?php

declare(strict_types=1);

namespace Stead;

/** In what form a finished document is handed out. Source: contract 4.1. */
enum FinishedFormat: string
{
    /** One PDF. */
    case Combined = 'Combined';
    /** A zip of files. */
    case Individually = 'Individually';
}
