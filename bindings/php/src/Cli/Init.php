<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Engine;
use Stead\Options;

/**
 * Makes a store, or brings one up to date; on wish with an account.
 *
 * @internal
 */
final class Init implements Command
{
    public function options(): array
    {
        return ['account', 'admin-name', 'admin-email', 'log-origin'];
    }

    public function flags(): array
    {
        return [];
    }

    public function run(Arguments $arguments, Output $output): int
    {
        $admin = $this->admin($arguments);
        $store = $arguments->store();
        $made = !file_exists($store);
        $secret = $arguments->secretFile() === null ? null : new SecretFile($arguments->secretFile());
        $secretPath = $secret?->path ?? "$store.secret";
        $secretMade = !file_exists($secretPath);
        if ($made) {
            $secret?->make(); // an old store has its secret: a new one would not fit
        }

        $options = new Options(logOrigin: $arguments->option('log-origin'));
        $engine = Engine::open($store, $secret?->read(), $options);
        $account = $admin === null ? null : $engine->accounts->create((string) $arguments->option('account'), $admin);
        $warning = $engine->warning();
        $engine->close();

        $output->line($made ? "The store $store is made." : "The store $store was there; it is up to date.");
        $output->line(($secretMade ? 'Its secret is made: ' : 'Its secret: ') . $secretPath);
        if ($warning !== null) {
            $output->line($output->painted(Output::YELLOW, "warning: $warning"));
        }
        if ($account !== null) {
            $output->line("Account $account->name: id $account->id, number $account->number.");
            $output->line("Its Admin {$admin['name']} has the user id $account->adminUserId.");
        }
        $output->answer([
            'store' => $store,
            'made' => $made,
            'secretFile' => $secretPath,
            'secretMade' => $secretMade,
            'warning' => $warning,
            'account' => $account,
        ]);
        return Application::DONE;
    }

    /** @return array{name: string, email: string}|null */
    private function admin(Arguments $arguments): ?array
    {
        $parts = array_map($arguments->option(...), ['account', 'admin-name', 'admin-email']);
        if (array_filter($parts, is_null(...)) === $parts) {
            return null;
        }
        [$account, $name, $email] = $parts;
        if ($account === null || $name === null || $email === null) {
            throw new UsageError('--account, --admin-name and --admin-email go together');
        }
        return ['name' => $name, 'email' => $email];
    }
}
