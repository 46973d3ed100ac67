<?php

// Loads the classes of Stead for programs that run without Composer; with it, vendor/autoload.php does.

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Stead\\')) {
        $file = __DIR__ . '/src/' . strtr(substr($class, strlen('Stead\\')), '\\', '/') . '.php';
        if (is_file($file)) {
            require $file;
        }
    }
});
