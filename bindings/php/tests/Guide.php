<?php

declare(strict_types=1);

namespace Stead\Tests;

use RuntimeException;

/** The code blocks of docs/php.md, and a folder in which they run. */
final class Guide
{
    private const PAGE = __DIR__ . '/../../../docs/php.md';

    public readonly string $folder;

    public function __construct()
    {
        $this->folder = Store::freshPath() . '.guide';
        foreach (['', '/vendor/bin', '/public', '/conf.d'] as $made) {
            mkdir($this->folder . $made, 0700, true);
        }
        $library = dirname(__DIR__);
        file_put_contents("$this->folder/vendor/autoload.php", "<?php require '$library/autoload.php';");
        symlink("$library/bin/stead", "$this->folder/vendor/bin/stead");
        copy(Store::PDF, "$this->folder/agreement.pdf");
        file_put_contents("$this->folder/conf.d/stead.ini", implode("\n", [
            'extension=' . Php::extension(),
            "sendmail_path = \"cat >> $this->folder/mails\"",
            "session.save_path = $this->folder",
            'error_reporting = -1',
            'display_errors = stderr',
        ]));
    }

    public function remove(): void
    {
        exec('rm -r ' . escapeshellarg($this->folder));
    }

    /**
     * The blocks of one language, in their order.
     *
     * @return list<array{string, string, string}> what else stands behind the language, code, what it prints
     */
    public static function blocks(string $language): array
    {
        $pattern = "/^```$language ?(.*)\n((?:.*\n)*?)```\n(?:\n```text\n((?:.*\n)*?)```\n)?/m";
        preg_match_all($pattern, (string) file_get_contents(self::PAGE), $found, PREG_SET_ORDER);
        return array_map(static fn (array $block): array => array_slice($block, 1) + [2 => ''], $found);
    }

    /**
     * Runs a command in the folder; the PHP it starts has the extension.
     *
     * @return array{int, string} how it ended, what it printed
     */
    public function run(string ...$command): array
    {
        $process = $this->start($command, $pipes);
        $out = (string) stream_get_contents($pipes[1]);
        return [proc_close($process), $out];
    }

    /**
     * @param list<string> $command
     * @param array<int, resource> $pipes
     * @return resource
     */
    public function start(array $command, ?array &$pipes = null): mixed
    {
        $process = proc_open(
            $command,
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
            $pipes,
            $this->folder,
            ['PHP_INI_SCAN_DIR' => ":$this->folder/conf.d"] + getenv(),
        );
        return $process !== false ? $process : throw new RuntimeException("$command[0] does not start");
    }
}
