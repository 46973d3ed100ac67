--TEST--
Backtraces do not show what travelled
--EXTENSIONS--
stead
--INI--
zend.exception_ignore_args=0
--FILE--
<?php
require __DIR__ . "/common.inc";
$engine = open_store(store_path('010'));
try {
    stead_session_open_with_key($engine, 'the secret key');
} catch (RuntimeException $problem) {
    echo $problem->getMessage(), "\n", $problem->getTraceAsString(), "\n";
    var_dump(str_contains(print_r($problem->getTrace(), true), 'the secret key'));
}

--EXPECTF--
badCredential: %s
#0 %s(%d): stead_session_open_with_key(Object(SensitiveParameterValue), Object(SensitiveParameterValue))
#1 {main}
bool(false)
