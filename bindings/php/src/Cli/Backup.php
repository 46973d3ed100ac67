<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Migrate;

/**
 * Copies the store to a new file while everybody goes on reading and writing.
 *
 * @internal
 */
final class Backup implements Command
{
    public function options(): array
    {
        return ['to'];
    }

    public function flags(): array
    {
        return [];
    }

    public function run(Arguments $arguments, Output $output): int
    {
        $to = $arguments->option('to') ?? throw new UsageError('name the new file: --to FILE');
        $engine = Store::open($arguments, Migrate::Never);
        $backup = $engine->backup($to);
        $engine->close();
        $takenAt = $backup->takenAt->format('Y-m-d\TH:i:s.vp');
        $output->line("$backup->path: " . number_format($backup->bytes) . " bytes, as of $takenAt");
        $output->line('The secret is not part of it: keep both, apart.');
        $output->answer(['path' => $backup->path, 'bytes' => $backup->bytes, 'takenAt' => $takenAt]);
        return Application::DONE;
    }
}
