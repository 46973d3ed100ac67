# Sourced by run.sh and watch.sh: brings the jar and the classes of this example to build/java-demo/ in the clone, and
# leaves the command that runs one of them in `java`. Builds only when something is newer than the last build.

java_demo_prepare() { # folder of libstead.so
  local root library built stamp log
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  library=$(cd "$1" && pwd)
  built=$root/build/java-demo
  stamp=$built/stamp
  log=$built/build.log
  mkdir -p "$built"
  (
    flock 9 # two programs may start at once
    java_demo_is_current || java_demo_build >"$log" 2>&1 || { tail -n 30 "$log" >&2; exit 1; }
  ) 9>"$built/lock" || return 1
  java=(java -XX:+UseSerialGC -cp "$built/classes:$built/maven/*:$built/lib/*")
}

java_demo_is_current() {
  local sources=("$root"/bindings/java/{pom.xml,CMakeLists.txt,src/main} "$root/capi/stead.h" "$root/examples/java/src")
  [ "$(cat "$stamp" 2>/dev/null)" = "$library" ] &&
    [ -z "$(find -L "${sources[@]}" "$library/libstead.so" -newer "$stamp" -print -quit)" ]
}

# The binding as its users get it, without its tests and what else a release carries; then this example against it.
java_demo_build() {
  echo "$library" >"$stamp.new"
  rm -rf "$built/classes" "$built/lib" "$built"/maven/*.jar
  mvn -B -q -f "$root/bindings/java/pom.xml" package dependency:copy-dependencies \
    -Dstead.build="$built" -Dstead.library.folder="$library" -DincludeScope=runtime -DoutputDirectory="$built/lib" \
    -Dmaven.test.skip=true -Djacoco.skip=true -Dmaven.source.skip=true -Dmaven.javadoc.skip=true -Dcyclonedx.skip=true &&
    javac -Xlint:all -Werror --release 17 -d "$built/classes" -cp "$built/maven/*:$built/lib/*" \
      "$root"/examples/java/src/com/cubeflakes/crm/*.java &&
    mv "$stamp.new" "$stamp"
}
