<?php

require __DIR__ . '/../../bindings/php/autoload.php';

$engine = Stead\Engine::open($argv[1] ?? 'hello.db');
$admin = ['name' => 'Hank White', 'email' => 'hankwhite@cubeflakes.com'];
$account = $engine->accounts->create('Cubeflakes', admin: $admin);
$hank = $engine->sessionFor($account->adminUserId);
$luther = $hank->identities->create('Luther Cooper', 'luthercooper@cubeflakes.com'); // plans the mail that asks Luther
echo "The identity of $luther->name is {$luther->status->value}.\n";
$answer = $hank->explain('document.send', for: $luther->email);
echo 'May Hank send for Luther? ', $answer->allowed ? 'Yes.' : 'No.', "\n$answer->text\n";
