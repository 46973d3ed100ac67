<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Engine;

/**
 * Does the time-driven work until nothing is due any more; for cron or a timer.
 *
 * @internal
 */
final class RunDue implements Command
{
    private const COUNTS = [
        'scheduledSent' => 'scheduled documents sent',
        'expired' => 'documents expired',
        'lapsed' => 'requests for consent lapsed',
        'orphansSwept' => 'files nobody referred to swept',
        'requestsForgotten' => 'request ids forgotten',
    ];

    public function options(): array
    {
        return ['max-steps'];
    }

    public function run(Arguments $arguments, Output $output): int
    {
        $engine = Store::open($arguments);
        $done = array_fill_keys(array_keys(self::COUNTS), 0);
        do {
            $work = $engine->runDue($arguments->number('max-steps'));
            foreach (array_keys(self::COUNTS) as $name) {
                $done[$name] += $work->$name;
            }
        } while ($work->more);
        $engine->close();

        foreach (array_filter($done) as $name => $count) {
            $output->line(sprintf('%6d %s', $count, self::COUNTS[$name]));
        }
        $output->line($done === array_filter($done, static fn (int $count): bool => $count === 0) ? 'Nothing was due.' : 'Done.');
        $next = $work->nextDueAt?->format('Y-m-d\TH:i:s.vp');
        $output->line($next === null ? 'Nothing is planned.' : "Next at $next.");
        $output->answer($done + ['nextDueAt' => $next]);
        return Application::DONE;
    }
}
