--TEST--
A store outside open_basedir is refused
--EXTENSIONS--
stead
--FILE--
<?php
ini_set('open_basedir', __DIR__);
foreach (['stead_engine_open_v', 'stead_engine_keep'] as $open) {
    try {
        $open(STEAD_HEADER_VERSION, '/var/tmp/stead-phpt-007.db', null, null);
    } catch (ValueError $problem) {
        echo $problem->getMessage(), "\n";
    }
}
var_dump(file_exists('/var/tmp/stead-phpt-007.db'));
--EXPECTF--
stead_engine_open_v(): Argument #2 ($path) must be a path that open_basedir allows
stead_engine_keep(): Argument #2 ($path) must be a path that open_basedir allows

Warning: file_exists(): open_basedir restriction in effect. %s
bool(false)
