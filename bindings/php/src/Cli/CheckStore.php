<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Migrate;

/**
 * Looks for damage in all pages of the store, and in the heads of its audit logs.
 *
 * @internal
 */
final class CheckStore implements Command
{
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
        $engine = Store::open($arguments, Migrate::Never);
        $findings = [];
        $steps = 0;
        $cursor = null;
        do {
            $part = $engine->check($cursor);
            array_push($findings, ...$part->findings);
            $steps += $part->steps;
            $cursor = $part->nextCursor;
        } while ($cursor !== null);
        $engine->close();

        foreach ($findings as $found) {
            $where = $found->table ?? $found->accountId;
            $output->line($output->painted(Output::RED, "$found->check $where: ") . $found->text);
        }
        $output->line($findings === [] ? 'No damage.' : 'Damage: ' . count($findings) . '.');
        $output->answer(['ok' => $findings === [], 'steps' => $steps, 'findings' => $findings]);
        return $findings === [] ? Application::DONE : Application::FOUND_PROBLEMS;
    }
}
