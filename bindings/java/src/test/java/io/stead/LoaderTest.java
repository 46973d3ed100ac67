package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the native libraries come from, each time in a JVM of its own. */
class LoaderTest {
    private static final Path BUNDLE = Path.of(System.getProperty("stead.native"), "resources/io/stead/native");
    private static final Path CLASSES = Path.of(System.getProperty("stead.classes"));
    private static final Path TEST_CLASSES = CLASSES.resolveSibling("test-classes");

    @TempDir
    Path folder;

    /** Prints the version and which library was mapped. */
    public static final class Program {
        private Program() {}

        /**
         * Runs.
         *
         * @param arguments none
         * @throws IOException when the maps cannot be read
         */
        public static void main(String[] arguments) throws IOException {
            System.out.println(Stead.version());
            try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
                maps.filter(line -> line.contains("libstead.so.0")).findFirst()
                        .ifPresent(line -> System.out.println(line.substring(line.indexOf('/'))));
            }
        }
    }

    @Test
    void bundledCopiesComeFromAFolderThatIsGone() throws Exception {
        Child.Result result = run(Child.CLASS_PATH, "-Djava.io.tmpdir=" + folder);
        assertEquals(0, result.status(), result.output());
        assertTrue(result.output().startsWith("0.1.0\n" + folder.toRealPath() + "/stead"), result.output());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count(), "nothing stays behind");
        }
    }

    @Test
    void itIsAModule() throws Exception {
        Child.Result result = Child.run("-p", Child.CLASS_PATH.replace(TEST_CLASSES + ":", ""),
                "--add-modules", "io.stead", "-cp", TEST_CLASSES.toString(), "com.cubeflakes.crm.ModuleProgram");
        assertEquals("named module io.stead 0.1.0, internals closed\n", result.output());
    }

    @Test
    void thePropertyComesFirst() throws Exception {
        copyBundleTo(folder);
        Child.Result result = run(Child.CLASS_PATH, "-Dstead.library.path=" + folder);
        assertEquals("0.1.0\n" + folder.toRealPath() + "/libstead.so.0\n", result.output());
    }

    @Test
    void theLibraryPathComesLast() throws Exception {
        copyBundleTo(folder);
        Child.Result result = run(classPathWithoutBundle(), "-Djava.library.path=" + folder);
        assertEquals("0.1.0\n" + folder.toRealPath() + "/libstead.so.0\n", result.output());
    }

    @Test
    void aMissingLibraryIsExplained() throws Exception {
        for (String[] how : new String[][] {
            {Child.CLASS_PATH, "-Dstead.library.path=" + folder}, {classPathWithoutBundle(), "-Djava.library.path=/"},
        }) {
            Child.Result result = run(how);
            assertEquals(1, result.status());
            assertTrue(result.output().matches("(?s).*could not be loaded on os Linux, arch \\w+, libc gnu.*"
                    + "-Dstead\\.library\\.path.*"), result.output());
        }
    }

    @Test
    void aLibraryOfAnotherVersionIsRefused() throws Exception {
        Path classes = copyOfClasses();
        Files.writeString(classes.resolve("io/stead/version.txt"), "9.9.9\n");
        Child.Result result = run(classes + Child.CLASS_PATH.substring(CLASSES.toString().length()));
        assertEquals(1, result.status());
        assertTrue(result.output().contains("this jar is Stead 9.9.9, but the library that was loaded is 0.1.0"),
                result.output());
    }

    private static Child.Result run(String classPath, String... options) throws IOException, InterruptedException {
        String[] arguments = Stream.concat(
                Stream.of(options), Stream.of("-cp", classPath, "io.stead.LoaderTest$Program")).toArray(String[]::new);
        return Child.run(arguments);
    }

    private static Child.Result run(String[] how) throws IOException, InterruptedException {
        return run(how[0], how[1]);
    }

    private static void copyBundleTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private String classPathWithoutBundle() throws IOException {
        Path classes = copyOfClasses();
        try (Stream<Path> libraries = Files.walk(classes)) {
            for (Path library : libraries.filter(file -> file.toString().contains(".so")).toList()) {
                Files.delete(library);
            }
        }
        return classes + Child.CLASS_PATH.substring(CLASSES.toString().length());
    }

    private Path copyOfClasses() throws IOException {
        Path target = Files.createTempDirectory(folder, "classes");
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(CLASSES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }
}
