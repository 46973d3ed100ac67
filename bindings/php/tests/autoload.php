<?php

// Loads the library without Composer.

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    $prefixes = ['Stead\\Tests\\' => __DIR__, 'Stead\\' => dirname(__DIR__) . '/src'];
    foreach ($prefixes as $prefix => $folder) {
        $file = $folder . '/' . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
        if (str_starts_with($class, $prefix) && is_file($file)) {
            require $file;
            return;
        }
    }
});
