package io.stead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM, for what this one cannot show of itself. */
final class Child {
    /** Tests, binding and libraries, as this JVM has them. */
    static final String CLASS_PATH = classPath();

    /** What a JVM printed and how it ended. */
    record Result(int status, String output) {}

    private Child() {}

    static Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dstead.root=" + World.ROOT);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static String classPath() {
        Path classes = Path.of(System.getProperty("stead.classes"));
        try {
            String libraries = Files.readString(Path.of(System.getProperty("stead.classpath")));
            return classes + ":" + classes.resolveSibling("test-classes") + ":" + libraries.trim();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
