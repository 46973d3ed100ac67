--TEST--
A child of pcntl_fork gets a misuse and leaves its parent's store alone
--EXTENSIONS--
stead
--FILE--
<?php
require __DIR__ . "/common.inc";

// A child leaves what it inherited alone; a leak checker at its exit would count just that.
function end_at_once(): never
{
    pcntl_exec('/bin/true', [], ['LANG' => 'C']);
    exit(1);
}

$path = store_path('008');
[$engine, $session, $account] = open_with_hank($path);
$kept = stead_engine_keep(STEAD_HEADER_VERSION, $path, null, str_repeat("\7", 32));
$child = pcntl_fork();
if ($child === 0) {
    $decision = stead_decision_new();
    $said = [
        thrown(fn () => stead_account_get($engine, $account)),
        thrown(fn () => stead_session_authorize($session, 'document.send', null, $decision)),
        thrown(fn () => stead_account_get($kept, $account)),
        thrown(fn () => stead_engine_keep(STEAD_HEADER_VERSION, $path, null, str_repeat("\7", 32))),
        thrown(fn () => stead_engine_close($engine)),
    ];
    unset($engine, $session, $kept);
    gc_collect_cycles();
    echo implode("\n", array_map(fn (string $line): string => strstr(substr($line, 18), ':', true), $said)), "\n";
    end_at_once();
}
pcntl_waitpid($child, $status);
var_dump(json_decode(stead_account_get($engine, $account))->name, json_decode(stead_account_get($kept, $account))->name);
var_dump(stead_decision_allowed(stead_decision_new()));

unset($engine, $session, $kept, $decision);
$path = store_path('008b');
$child = pcntl_fork();
if ($child === 0) {
    [$engine, $session] = open_with_hank($path);
    echo "a child opens its own\n";
    unset($engine, $session);
    end_at_once();
}
pcntl_waitpid($child, $status);
var_dump(pcntl_wexitstatus($status));

--EXPECT--
forkedProcess
forkedProcess
forkedProcess
forkedProcess
forkedProcess
string(10) "Cubeflakes"
string(10) "Cubeflakes"
bool(false)
a child opens its own
int(0)
