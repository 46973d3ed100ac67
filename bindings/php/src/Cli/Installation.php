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
        yield Check::ok('php', sprintf('%s, %s, %s', PHP_VERSION, PHP_SAPI, PHP_ZTS ? 'threads' : 'no threads'));
        yield self::extension();
        if (extension_loaded('stead')) {
            yield self::version((string) phpversion('stead'), Engine::version());
        }
        yield self::opcache();
        yield from self::otherSapis();
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

    private static function opcache(): Check
    {
        $loaded = extension_loaded('Zend OPcache');
        if ($loaded && ini_get('opcache.enable') === '1') {
            return Check::ok('opcache', 'on for web requests' . (ini_get('opcache.enable_cli') === '1' ? ' and programs' : ''));
        }
        return Check::hint('opcache', $loaded ? 'off' : 'not loaded', 'set opcache.enable=1 for php-fpm: classes stay compiled');
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
        return (PHP_CONFIG_FILE_SCAN_DIR ?: PHP_CONFIG_FILE_PATH) . (PHP_CONFIG_FILE_SCAN_DIR === '' ? '/php.ini' : '/20-stead.ini');
    }
}
