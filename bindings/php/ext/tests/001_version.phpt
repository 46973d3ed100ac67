--TEST--
The extension says its version, and the library its own
--EXTENSIONS--
stead
--FILE--
<?php
require __DIR__ . "/common.inc";
var_dump(phpversion('stead') === STEAD_VERSION, stead_version() === STEAD_VERSION);
var_dump(STEAD_HEADER_VERSION === STEAD_VERSION_MAJOR * 1000000 + STEAD_VERSION_MINOR * 1000 + STEAD_VERSION_PATCH);
ob_start();
phpinfo(INFO_MODULES);
var_dump(str_contains(ob_get_clean(), 'Library => ' . STEAD_VERSION));

--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
