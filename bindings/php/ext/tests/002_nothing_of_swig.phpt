--TEST--
Nothing of SWIG is visible to a script
--EXTENSIONS--
stead
--FILE--
<?php
require __DIR__ . "/common.inc";
$extension = new ReflectionExtension('stead');
$names = array_merge(
    array_keys($extension->getFunctions()),
    array_keys($extension->getClasses()),
    array_keys($extension->getConstants()),
    array_keys(get_defined_constants()),
    get_declared_classes(),
    get_declared_interfaces(),
);
foreach ($extension->getFunctions() as $function) {
    foreach ($function->getParameters() as $parameter) {
        $names[] = $parameter->getName();
        $names[] = (string) $parameter->getType();
    }
}
echo implode(', ', preg_grep('~swig|^arg\d|^_p_|^stead$~i', $names)), "none\n";
echo implode("\n", array_keys($extension->getClasses())), "\n";

--EXPECT--
none
Stead\Native\Engine
Stead\Native\Session
Stead\Native\Record
Stead\Native\Upload
Stead\Native\Decision
Stead\Native\Decisions
