<?php

declare(strict_types=1);

namespace Stead;

/** Font of a field. Source: contract 4.5. */
enum Font: string
{
    case Helvetica = 'Helvetica';
    case Courier = 'Courier';
    case TimesRoman = 'TimesRoman';
    case NotoSans = 'NotoSans';
    case Carlito = 'Carlito';
}
