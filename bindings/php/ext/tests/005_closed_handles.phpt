--TEST--
Closed handles are a misuse, and objects may go in any order
--EXTENSIONS--
stead
--FILE--
<?php
require __DIR__ . "/common.inc";
[$engine, $session, $account] = open_with_hank(store_path('005'));
$onBehalf = stead_session_on_behalf_of($session, 'luthercooper@cubeflakes.com');
stead_session_close($session);
echo thrown(fn () => stead_user_get($session, 'x')), "\n";
echo thrown(fn () => stead_session_close($session)), "\n";
$decision = stead_decision_new();
var_dump(stead_session_authorize($onBehalf, 'document.send', null, $decision), stead_decision_reason($decision));
unset($session);
stead_engine_close($engine);
echo thrown(fn () => stead_account_get($engine, $account)), "\n";
echo thrown(fn () => stead_session_authorize($onBehalf, 'document.send', null, $decision)), "\n";
echo thrown(fn () => stead_engine_close($engine)), "\n";
var_dump(stead_engine_warning($engine), stead_decision_reason($decision));
unset($engine, $onBehalf);

[$engine, $session] = open_with_hank(store_path('005b'));
$onBehalf = stead_session_on_behalf_of($session, 'luthercooper@cubeflakes.com');
unset($engine, $session);
var_dump(stead_session_authorize($onBehalf, 'document.send', null, $decision), stead_decision_reason($decision));

--EXPECT--
RuntimeException: closedHandle: the session was closed; open a new one
RuntimeException: closedHandle: the session was closed; open a new one
bool(false)
string(10) "noIdentity"
RuntimeException: closedHandle: the engine was closed; open a new one
RuntimeException: closedHandle: the engine of the session was closed; open a new one
RuntimeException: closedHandle: the engine was closed; open a new one
NULL
NULL
bool(false)
string(10) "noIdentity"
