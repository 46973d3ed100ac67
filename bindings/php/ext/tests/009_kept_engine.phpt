--TEST--
A kept engine is one per process and arguments, and opened anew after close
--EXTENSIONS--
stead
--FILE--
<?php
require __DIR__ . "/common.inc";
$path = store_path('009');
remove_store($path);
register_shutdown_function('remove_store', $path, getmypid());
$open = fn (string $where, ?string $options = null) => stead_engine_keep(STEAD_HEADER_VERSION, $where, $options, str_repeat("\7", 32));
$files = fn (): int => count(array_filter(glob('/proc/self/fd/*'), fn (string $fd): bool => str_starts_with((string) @readlink($fd), $path)));

$first = $open($path);
$account = json_decode(stead_account_create($first, '{"name": "Cubeflakes", "admin": {"name": "Hank White", "email": "hankwhite@cubeflakes.com"}}'));
$once = $files();
$second = $open($path);
$third = $open(dirname($path) . '/./' . basename($path));
var_dump($files() === $once);
unset($first, $second, $third);
var_dump($files() === $once);
$session = stead_session_open_trusted($open($path), $account->adminUserId);
$again = $open($path);
stead_engine_close($again);
echo thrown(fn () => stead_user_get($session, $account->adminUserId)), "\n";
echo thrown(fn () => stead_account_get($again, $account->id)), "\n";
var_dump(json_decode(stead_account_get($open($path), $account->id))->name);
echo thrown(fn () => $open($path, '{"unknown": 1}')), "\n";
echo thrown(fn () => $open($path, '{')), "\n";
echo thrown(fn () => stead_engine_keep(STEAD_HEADER_VERSION, $path, null, str_repeat("\6", 32))), "\n";
var_dump(stead_engine_warning($open($path)));
for ($i = 0; $i < 50; $i++) {
    stead_engine_close($open($path));
}
unset($again, $session);
var_dump($files());

--EXPECT--
bool(true)
bool(true)
RuntimeException: closedHandle: the engine of the session was closed; open a new one
RuntimeException: closedHandle: the engine was closed; open a new one
string(10) "Cubeflakes"
RuntimeException: invalidRecord: unknown member
RuntimeException: malformedRecord: the record is not JSON: error at byte 2
RuntimeException: secretMismatch: the host secret is not the one this store was made with
string(0) ""
int(0)
