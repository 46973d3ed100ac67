<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Engine;
use Stead\Exception\SteadException;
use Stead\Internal\Json;
use Stead\Migrate;
use Stead\Options;

/**
 * Looks whether everything fits together.
 *
 * @internal
 */
final class Doctor implements Command
{
    public const OPTIONS = ['secret-file='];

    /** @var list<array{check: string, ok: bool, text: string}> */
    private array $findings = [];

    public function run(Input $input): int
    {
        $this->lookAtPhp();
        if (extension_loaded('stead')) {
            $this->lookAtVersions();
            $this->lookAtSqlite();
            if ($input->hasStore()) {
                $this->lookAtStore($input->store(), $input);
            }
        }
        $this->tell($input->isJson());
        return in_array(false, array_column($this->findings, 'ok'), true) ? 1 : 0;
    }

    private function found(string $check, bool $ok, string $text): void
    {
        $this->findings[] = ['check' => $check, 'ok' => $ok, 'text' => $text];
    }

    private function lookAtPhp(): void
    {
        $fits = PHP_VERSION_ID >= 80200 && PHP_ZTS === 0 && PHP_INT_SIZE === 8;
        $kind = (PHP_ZTS === 0 ? 'NTS' : 'ZTS') . ', ' . 8 * PHP_INT_SIZE . ' bit';
        $this->found('php', $fits, 'PHP ' . PHP_VERSION . " ($kind); 8.2 or later, NTS and 64 bit are needed");
        $ini = php_ini_loaded_file() ?: 'a php.ini';
        $this->found('extension', extension_loaded('stead'), extension_loaded('stead')
            ? 'the extension stead is loaded'
            : "not loaded: install it (pie install stead/ext-stead) and put extension=stead into $ini");
    }

    private function lookAtVersions(): void
    {
        $library = Engine::version();
        $extension = (string) phpversion('stead');
        $sameMajor = strtok($library, '.') === strtok($extension, '.');
        $fits = $sameMajor && version_compare($library, $extension, '>=');
        $this->found('versions', $fits, "library $library, extension built against $extension");
    }

    /** Two copies on one file take each other's locks away (design 7). */
    private function lookAtSqlite(): void
    {
        preg_match_all('~\s(/\S*libsqlite3\.so\S*)$~m', (string) @file_get_contents('/proc/self/maps'), $found);
        $copies = array_values(array_unique($found[1]));
        $names = implode(', ', $copies) ?: 'none found';
        $this->found('sqlite', count($copies) === 1, "SQLite in this process: $names");
    }

    private function lookAtStore(string $store, Input $input): void
    {
        if (!is_file($store)) {
            $this->found('store', false, "$store is not there; stead init makes it");
            return;
        }
        $folder = dirname($store);
        $this->found('folder', is_writable($folder), "$folder has to be writable, for the files beside the store");
        $this->lookAtSecretFile($input->option('secret-file') ?? "$store.secret");
        try {
            $engine = Engine::open($store, $input->secret(), new Options(migrate: Migrate::Never));
            $this->found('store', true, "$store opens" . ($engine->warning() === null ? '' : "; {$engine->warning()}"));
            $engine->close();
        } catch (SteadException $failed) {
            $this->found('store', false, "{$failed->codeWord()}: {$failed->getMessage()}");
        }
    }

    private function lookAtSecretFile(string $file): void
    {
        $mode = is_file($file) ? fileperms($file) & 0777 : null;
        $this->found('secret', $mode !== null && ($mode & 0077) === 0, match ($mode) {
            null => "$file is not there",
            default => sprintf('%s has mode %04o; nobody else may read it', $file, $mode),
        });
    }

    private function tell(bool $asJson): void
    {
        foreach ($this->findings as $finding) {
            echo $asJson
                ? Json::encode($finding)
                : sprintf('%s  %-10s %s', $finding['ok'] ? 'ok ' : 'BAD', $finding['check'], $finding['text']), "\n";
        }
    }
}
