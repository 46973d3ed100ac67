<?php

declare(strict_types=1);

namespace Stead\Answer;

/** A rectangle on a page, in points from the upper left corner. Source: contract 4.5. */
final readonly class Bounds extends Answer
{
    protected function __construct(
        /** Left edge. */
        public float $x,
        /** Upper edge. */
        public float $y,
        /** Width. */
        public float $width,
        /** Height. */
        public float $height,
    ) {
    }
}
