<?php

// Row 8: what a decision costs more through PHP than in C, against a trivial call of the same shape. One line of JSON.
// "authorize" is the call of the extension; "method" is Session::allows(), which adds a method call of PHP itself.

declare(strict_types=1);

namespace Stead\Bench;

use Stead\Options;
use Stead\Tests\Store;

require __DIR__ . '/../tests/autoload.php';

const ROUNDS = 1001;
const CALLS = 500;

$store = new Store(new Options());
$store->approve();
$hank = $store->hank;
$session = (fn (): \Stead\Native\Session => $this->handle)->call($hank);
$decision = \stead_decision_new();

function publicLayer(\Stead\Session $hank, string $operation, string $principal): int
{
    $begin = hrtime(true);
    for ($i = 0; $i < CALLS; $i++) {
        $hank->allows($operation, $principal);
    }
    return hrtime(true) - $begin;
}

function nativeLayer(
    \Stead\Native\Session $session,
    \Stead\Native\Decision $decision,
    string $operation,
    string $principal,
): int {
    $begin = hrtime(true);
    for ($i = 0; $i < CALLS; $i++) {
        \stead_session_authorize($session, $operation, $principal, $decision);
    }
    return hrtime(true) - $begin;
}

function trivial(string $operation, string $principal): int
{
    $begin = hrtime(true);
    for ($i = 0; $i < CALLS; $i++) {
        \stead_bench_trivial($operation, $principal);
    }
    return hrtime(true) - $begin;
}

/** @param list<int> $times */
function median(array $times): float
{
    sort($times);
    return $times[intdiv(count($times), 2)] / CALLS;
}

$operation = 'document.send';
$principal = Store::LUTHER;
$times = ['public' => [], 'native' => [], 'c' => [], 'trivial' => []];
for ($round = 0; $round < ROUNDS; $round++) {
    $times['c'][] = \stead_bench_authorize($session, $decision, $operation, $principal, CALLS);
    $times['native'][] = nativeLayer($session, $decision, $operation, $principal);
    $times['trivial'][] = trivial($operation, $principal);
    $times['public'][] = publicLayer($hank, $operation, $principal);
}
['public' => $public, 'native' => $native, 'c' => $c, 'trivial' => $trivial] = array_map(median(...), $times);
// What a round adds is taken within the round: whatever else the machine does slows all of it.
$added = median(array_map(static fn (int $ours, int $theirs): int => $ours - $theirs, $times['public'], $times['c']));
$nativeAdded = median(array_map(static fn (int $ours, int $theirs): int => $ours - $theirs, $times['native'], $times['c']));
$status = function_exists('opcache_get_status') ? opcache_get_status(false) : false;
echo json_encode([
    'row' => 8,
    'language' => 'php',
    'authorize_ns' => round($native, 1),
    'c_authorize_ns' => round($c, 1),
    'trivial_ns' => round($trivial, 1),
    'added' => round($nativeAdded, 1),
    'ratio' => round($nativeAdded / $trivial, 2),
    'method_ns' => round($public, 1),
    'method_added' => round($added, 1),
    'jit' => $status !== false && ($status['jit']['on'] ?? false),
]), "\n";
