<?php

declare(strict_types=1);

namespace Stead\Tests;

use FilesystemIterator;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use ReflectionClass;
use ReflectionMethod;
use Stead\Answer\Answer;

/** Style that can be tested. */
final class HouseTest extends TestCase
{
    private const SOURCE = __DIR__ . '/../src';

    /** @return iterable<string, array{string}> */
    public static function files(): iterable
    {
        $files = new RecursiveIteratorIterator(
            new RecursiveDirectoryIterator(self::SOURCE, FilesystemIterator::SKIP_DOTS),
        );
        foreach ($files as $file) {
            yield substr((string) $file, strlen(self::SOURCE) + 1) => [(string) $file];
        }
    }

    /** @dataProvider files */
    public function testEveryFile(string $path): void
    {
        $source = (string) file_get_contents($path);
        self::assertStringContainsString("\ndeclare(strict_types=1);\n", $source);
        self::assertLessThan(500, substr_count($source, "\n"));
        preg_match_all('~^.*(?:[ \t]$|\t).*~m', $source, $blank);
        self::assertSame([], $blank[0], 'no tabs, no spaces at the end');
        preg_match_all('~^.{121,}~mu', $source, $long);
        self::assertSame([], $long[0], 'at most 120 characters a line');
        preg_match_all('~^use Stead\\\\(?:\w+\\\\)*(\w+);~m', $source, $used);
        foreach ($used[1] as $name) {
            self::assertGreaterThan(1, preg_match_all("~\\b$name\\b~", $source), "$name is used");
        }

        $class = new ReflectionClass(self::classIn($path));
        self::assertNotFalse($class->getDocComment(), 'it says what it is');
        if (!str_contains((string) $class->getDocComment(), '@internal')) {
            self::assertTrue($class->isFinal() || $class->isAbstract() || $class->isEnum());
            $this->membersAreDocumented($class);
        }
    }

    /** @dataProvider files */
    public function testEverythingIsTyped(string $path): void
    {
        $class = new ReflectionClass(self::classIn($path));
        foreach ($class->getMethods() as $method) {
            if ($method->getFileName() !== realpath($path)) {
                continue;
            }
            $place = "{$class->getShortName()}::{$method->getName()}()";
            self::assertTrue($method->isConstructor() || $method->getName() === '__clone' || $method->hasReturnType(), $place);
            foreach ($method->getParameters() as $parameter) {
                self::assertTrue($parameter->hasType(), "$place \${$parameter->getName()}");
            }
        }
        foreach ($class->getProperties() as $property) {
            $own = $property->getDeclaringClass()->isUserDefined();
            self::assertTrue(!$own || $property->hasType(), "{$class->getShortName()}::\${$property->getName()}");
        }
    }

    public function testComposerFilesFitTheVersion(): void
    {
        $library = json_decode((string) file_get_contents(__DIR__ . '/../composer.json'), true, flags: JSON_THROW_ON_ERROR);
        $extension = json_decode((string) file_get_contents(__DIR__ . '/../ext/composer.json'), true, flags: JSON_THROW_ON_ERROR);
        self::assertSame('src/', $library['autoload']['psr-4']['Stead\\']);
        self::assertSame(['bin/stead'], $library['bin']);
        self::assertSame('php-ext', $extension['type']);
        self::assertSame('stead', $extension['php-ext']['extension-name']);
        $needed = '^' . \STEAD_VERSION_MAJOR . '.' . \STEAD_VERSION_MINOR;
        self::assertSame($needed, $library['require']['ext-stead']);
    }

    private function membersAreDocumented(ReflectionClass $class): void
    {
        foreach ($class->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
            $isOwn = $method->getDeclaringClass()->getName() === $class->getName();
            $isMagic = str_starts_with($method->getName(), '__') || in_array($method->getName(), self::INTERFACES, true);
            $isSetter = preg_match('~^set[A-Z]~', $method->getName()) === 1;
            if ($isOwn && $method->isUserDefined() && !$isMagic && !$isSetter) {
                self::assertNotFalse($method->getDocComment(), "{$class->getShortName()}::{$method->getName()}()");
            }
        }
        if ($class->isSubclassOf(Answer::class)) {
            foreach ($class->getProperties() as $property) {
                self::assertNotFalse($property->getDocComment(), "{$class->getShortName()}::\${$property->getName()}");
            }
        }
    }

    private const INTERFACES = ['jsonSerialize', 'getIterator', 'count', 'cases', 'from', 'tryFrom', 'status'];

    /** @return class-string */
    private static function classIn(string $path): string
    {
        return 'Stead\\' . strtr(substr($path, strlen(self::SOURCE) + 1, -strlen('.php')), '/', '\\');
    }
}
