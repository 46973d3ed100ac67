<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Engine;

/**
 * The doctor's look at PHP and the extension.
 *
 * @internal
 */
final class Installation
{
    /** @return iterable<Check> */
    public static function checks(): iterable
    {
        yield self::php();
        yield self::extension();
        if (extension_loaded('stead')) {
            yield self::version((string) phpversion('stead'), Engine::version());
            yield from self::sqlite();
        }
        yield self::opcache();
        yield from self::otherSapis();
    }

    private static function php(): Check
    {
        $text = sprintf('%s, %s, %s, %d bit', PHP_VERSION, PHP_SAPI, PHP_ZTS ? 'ZTS' : 'NTS', 8 * PHP_INT_SIZE);
        return PHP_VERSION_ID >= 80200 && !PHP_ZTS && PHP_INT_SIZE === 8
            ? Check::ok('php', $text)
            : Check::failed('php', $text, 'take PHP 8.2 or later, NTS, 64 bit');
    }

    private static function extension(): Check
    {
        if (extension_loaded('stead')) {
            return Check::ok('extension', 'stead is loaded');
        }
        return Check::failed(
            'extension',
            'stead is not loaded',
            is_file(PHP_EXTENSION_DIR . '/stead.so')
                ? 'phpenmod stead, or a line extension=stead in ' . self::iniPlace()
                : 'install it (docs/php.md, "Install"), then a line extension=stead in ' . self::iniPlace(),
        );
    }

    /** Versions agree when the library has everything that was there when the extension was built. */
    public static function version(string $builtAgainst, string $library): Check
    {
        $series = static fn (string $version): string => implode('.', array_slice(explode('.', $version), 0, 2));
        if ($series($builtAgainst) === $series($library) && version_compare($library, $builtAgainst, '>=')) {
            return Check::ok('version', "extension built against $builtAgainst, libstead $library");
        }
        return Check::failed(
            'version',
            "the extension was built against $builtAgainst, but libstead is $library",
            'build the extension again, against the libstead that is installed',
        );
    }

    /**
     * Two copies of SQLite in one process take each other's locks away. Source: design 7.
     *
     * @return iterable<Check>
     */
    private static function sqlite(): iterable
    {
        preg_match_all('~\s(/\S*libsqlite3\S*)$~m', (string) @file_get_contents('/proc/self/maps'), $found);
        $copies = array_values(array_unique($found[1]));
        if (count($copies) === 1) {
            yield Check::ok('sqlite', "one copy in the process: $copies[0]");
        } elseif ($copies !== []) {
            yield Check::failed(
                'sqlite',
                'two copies in one process: ' . implode(', ', $copies),
                "let PHP's sqlite3 and libstead use the libsqlite3 of the system",
            );
        }
    }

    private static function opcache(): Check
    {
        $loaded = extension_loaded('Zend OPcache');
        if ($loaded && ini_get('opcache.enable') === '1') {
            $programs = ini_get('opcache.enable_cli') === '1' ? ' and programs' : '';
            return Check::ok('opcache', "on for web requests$programs");
        }
        $remedy = 'set opcache.enable=1 for php-fpm: classes stay compiled';
        return Check::hint('opcache', $loaded ? 'off' : 'not loaded', $remedy);
    }

    /**
     * Debian keeps one configuration per SAPI: what is on here may be off in php-fpm.
     *
     * @return iterable<Check>
     */
    private static function otherSapis(): iterable
    {
        if (!extension_loaded('stead') || PHP_CONFIG_FILE_SCAN_DIR === '') {
            return;
        }
        $here = PHP_CONFIG_FILE_SCAN_DIR;
        foreach (glob(dirname($here, 2) . '/*/' . basename($here), GLOB_ONLYDIR) ?: [] as $folder) {
            $sapi = basename(dirname($folder));
            if ($folder !== $here && (glob("$folder/*stead.ini") ?: []) === []) {
                yield Check::hint("sapi $sapi", "$folder does not load stead", "phpenmod -s $sapi stead");
            }
        }
    }

    private static function iniPlace(): string
    {
        return PHP_CONFIG_FILE_SCAN_DIR === ''
            ? PHP_CONFIG_FILE_PATH . '/php.ini'
            : PHP_CONFIG_FILE_SCAN_DIR . '/20-stead.ini';
    }
}
