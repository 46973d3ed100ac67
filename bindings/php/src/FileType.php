<?php

declare(strict_types=1);

namespace Stead;

/** What a file is. Source: contract 4.5. */
enum FileType: string
{
    case Pdf = 'pdf';
    case Png = 'png';
    case Jpg = 'jpg';
    case Docx = 'docx';
    /** Of a logo. */
    case Svg = 'svg';
    /** Of a finished document whose files are apart. */
    case Zip = 'zip';
}
