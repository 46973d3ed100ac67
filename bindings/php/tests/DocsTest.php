<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;

/** docs/php.md and examples/php do what they say. */
final class DocsTest extends TestCase
{
    private const ROOT = __DIR__ . '/../../..';

    public function testTheBlocksOfTheGuide(): void
    {
        $text = (string) file_get_contents(self::ROOT . '/docs/php.md');
        preg_match_all('~^```(php|text)\n(.*?)^```$~ms', $text, $blocks, PREG_SET_ORDER);
        $code = '';
        $expected = [];
        foreach ($blocks as [, $kind, $block]) {
            if ($kind === 'php') {
                $code .= "echo \"\\x1e\";\n$block";
                $expected[] = '';
            } else {
                $expected[array_key_last($expected)] = $block;
            }
        }
        self::assertGreaterThan(8, count($expected));

        $folder = Store::freshPath() . '.folder';
        mkdir($folder);
        copy(Store::PDF, "$folder/agreement.pdf");
        $head = '<?php require ' . var_export(__DIR__ . '/autoload.php', true) . "; chdir(__DIR__);\n";
        file_put_contents("$folder/guide.php", $head . self::usesFirst($code));
        [$status, $out, $errors] = Php::run("$folder/guide.php");
        array_map(unlink(...), glob("$folder/*") ?: []);
        rmdir($folder);
        self::assertSame([0, ''], [$status, $errors], $out);
        self::assertSame($expected, array_slice(explode("\x1e", $out), 1));
    }

    public function testTheStoryIsToldTwiceOnOneStore(): void
    {
        $folder = Store::freshPath() . '.folder';
        foreach (['is told for the first time' => 14, 'goes on' => 12] as $round => $steps) {
            [$status, $out] = self::shell('run.sh', getenv('STEAD_LIBRARY'), $folder, self::ROOT . '/examples/data');
            self::assertSame(0, $status, "$round:\n$out");
            self::assertStringContainsString('refused: consentPending', $out);
            self::assertStringContainsString('Found: entry 7', $out);
            self::assertGreaterThan($steps, substr_count($out, "\n\n"));
        }
        $people = json_decode((string) file_get_contents("$folder/people.json"));
        [$status, $out] = self::shell('watch.sh', getenv('STEAD_LIBRARY'), "$folder/crm.db", "$folder/host.secret",
            $people->hankId, Store::LUTHER);
        self::assertNotSame(0, $status, 'nobody may send any more');
        self::assertStringContainsString('the actor may send at first', $out);
        array_map(unlink(...), glob("$folder/*") ?: []);
        rmdir($folder);
    }

    /** @return array{int, string} */
    private static function shell(string $script, string ...$arguments): array
    {
        $command = array_map(escapeshellarg(...), [self::ROOT . "/examples/php/$script", ...$arguments]);
        exec(implode(' ', $command) . ' 2>&1', $out, $status);
        return [$status, implode("\n", $out)];
    }

    /** Imports stand before the code that a reader sees them with. */
    private static function usesFirst(string $code): string
    {
        preg_match_all('~^use [\w\\\\]+;\n~m', $code, $uses);
        return implode('', array_unique($uses[0])) . preg_replace('~^use [\w\\\\]+;\n~m', '', $code);
    }
}
