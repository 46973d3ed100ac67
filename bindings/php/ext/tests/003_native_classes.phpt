--TEST--
Native classes are final and cannot be made, copied, extended or serialised
--EXTENSIONS--
stead
--FILE--
<?php
require __DIR__ . "/common.inc";
[$engine, $session] = open_with_hank(store_path('003'));
$handles = [$engine, $session, stead_record_new(), stead_upload_new(), stead_decision_new(), stead_decisions_new()];
$said = [];
foreach ($handles as $handle) {
    $class = new ReflectionClass($handle);
    $name = $class->getName();
    $lines = [
        $class->isFinal() ? 'final' : 'open',
        thrown(fn () => new $name()),
        thrown(fn () => clone $handle),
        thrown(fn () => serialize($handle)),
        thrown(fn () => unserialize('O:' . strlen($name) . ":\"$name\":0:{}")),
        thrown(fn () => unserialize('C:' . strlen($name) . ":\"$name\":0:{}")),
        thrown(fn () => $class->newInstanceWithoutConstructor()),
        thrown(fn () => $handle->member = 1),
        thrown(fn () => $handle()),
        thrown(fn () => (string) $handle),
        count((array) $handle) + count(get_object_vars($handle)) . ' members',
        $handle == stead_record_new() ? 'equal' : 'not equal',
    ];
    $said[] = str_replace($name, 'Class', implode("\n", $lines));
}
echo implode("\n", array_unique($said)), "\n";

--EXPECT--
final
Error: Cannot directly construct Class
Error: Trying to clone an uncloneable object of class Class
Exception: Serialization of 'Class' is not allowed
Exception: Unserialization of 'Class' is not allowed
Exception: Unserialization of 'Class' is not allowed
ReflectionException: Class Class is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Cannot create dynamic property Class::$member
Error: Object of type Class is not callable
Error: Object of class Class could not be converted to string
0 members
not equal
