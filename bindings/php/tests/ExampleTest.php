<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;

/**
 * examples/php tells its story, and goes on with it in a second run.
 *
 * @group shell
 */
final class ExampleTest extends TestCase
{
    private const EXAMPLES = __DIR__ . '/../../../examples/';

    public function testTheStoryIsToldTwiceOnOneStore(): void
    {
        $folder = Store::freshPath() . '.folder';
        $library = (string) getenv('STEAD_LIBRARY');
        mkdir($folder, 0700);
        foreach (['first', 'second'] as $run) {
            [$status, $out] = self::shell('run.sh', $library, $folder, self::EXAMPLES . 'data');
            self::assertSame(0, $status, "the $run run:\n$out");
            foreach (['refused: consentPending', 'authority grant', 'refused, consentRevoked', 'entry 7'] as $said) {
                self::assertStringContainsString($said, $out, "the $run run");
            }
        }
        $people = json_decode((string) file_get_contents("$folder/people.json"));
        $secret = "$folder/host.secret";
        [$status] = self::shell('watch.sh', $library, "$folder/crm.db", $secret, $people->hankId, Store::LUTHER);
        self::assertNotSame(0, $status, 'there is nothing to watch: nobody may send any more');
        exec('rm -r ' . escapeshellarg($folder));
    }

    /** @return array{int, string} */
    private static function shell(string $script, string ...$arguments): array
    {
        $command = array_map(escapeshellarg(...), [self::EXAMPLES . "php/$script", ...$arguments]);
        exec(implode(' ', $command) . ' 2>&1', $out, $status);
        return [$status, implode("\n", $out)];
    }
}
