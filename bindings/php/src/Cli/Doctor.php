<?php

declare(strict_types=1);

namespace Stead\Cli;

/**
 * Says what is wrong with an installation, and what to do about it. Looks at the store when one is named.
 *
 * @internal
 */
final class Doctor implements Command
{
    private const COLOURS = [
        'ok' => Output::GREEN,
        'hint' => Output::DIM,
        'warning' => Output::YELLOW,
        'failed' => Output::RED,
    ];

    public function options(): array
    {
        return [];
    }

    public function flags(): array
    {
        return [];
    }

    public function run(Arguments $arguments, Output $output): int
    {
        $checks = iterator_to_array($this->checks($arguments), false);
        foreach ($checks as $check) {
            $result = $output->painted(self::COLOURS[$check->result], sprintf('%-8s', $check->result));
            $output->line(sprintf('%s%-13s %s', $result, $check->name, $check->text));
            if ($check->remedy !== null) {
                $output->line(sprintf('%8s%-13s %s', '', '', $output->painted(Output::DIM, "remedy: $check->remedy")));
            }
        }
        $failed = count(array_filter($checks, static fn (Check $check): bool => $check->result === 'failed'));
        $output->line($failed === 0 ? 'Stead works here.' : "Problems: $failed.");
        $output->answer(['ok' => $failed === 0, 'checks' => $checks]);
        return $failed === 0 ? Application::DONE : Application::FOUND_PROBLEMS;
    }

    /** @return iterable<Check> */
    private function checks(Arguments $arguments): iterable
    {
        yield from Installation::checks();
        if ($arguments->word !== null || getenv('STEAD_STORE') !== false) {
            yield from StoreChecks::of($arguments);
        }
    }
}
