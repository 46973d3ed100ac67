package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java blocks of docs/java.md are compiled and run, and print what its text blocks say. Blocks marked {@code file}
 * are whole files, those marked {@code member} stand beside the program that all others, one after another, are.
 */
class GuideTest {
    private static final Path PAGE = World.ROOT.resolve("docs/java.md");
    private static final Pattern BLOCK = Pattern.compile("^```(java|text)( file| member)?\n(.*?)^```$",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("^(?:public )?(?:class|record) (\\w+)", Pattern.MULTILINE);
    private static final String PROGRAM = """
            import io.stead.*;
            import io.stead.model.*;
            import io.stead.request.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.*;

            public class Guide {
            %s
                public static void main(String[] arguments) throws Exception {
                    Path store = Path.of(arguments[0]);
                    Path secretFile = Path.of(arguments[1]);
                    Path pdf = Path.of(arguments[2]);
                    Path outside = Path.of(arguments[3]);
            %s
                }
            }
            """;

    private record Block(String language, String mark, String text) {}

    @TempDir
    Path folder;

    @Test
    void theGuideRunsAndPrintsWhatItSays() throws Exception {
        List<Block> blocks = blocks();
        compile(blocks);
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path secret = Files.write(folder.resolve("host.secret"), World.secret());
        String printed = run("Hello", folder.resolve("hello.db"))
                + run("Guide", folder.resolve("crm.db"), secret, World.AGREEMENT, outside);
        int place = 0;
        for (Block block : blocks) {
            if (block.language.equals("text")) {
                int found = printed.indexOf(block.text, place);
                assertTrue(found >= 0, () -> "not printed in its place:\n" + block.text + "\nprinted:\n" + printed);
                place = found + block.text.length();
            }
        }
        assertTrue(place > 0, "the page shows what is printed");
    }

    @Test
    void theFirstTenLinesAreTheExample() throws IOException {
        Block first = blocks().stream().filter(block -> block.mark.equals("file")).findFirst().orElseThrow();
        assertEquals(Files.readString(World.ROOT.resolve("examples/java/Hello.java")), first.text);
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            String mark = matcher.group(2) == null ? "" : matcher.group(2).strip();
            blocks.add(new Block(matcher.group(1), mark, matcher.group(3)));
        }
        assertFalse(blocks.isEmpty(), "the page has blocks");
        return blocks;
    }

    private void compile(List<Block> blocks) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Block block : blocks) {
            if (block.mark.equals("file")) {
                Matcher type = TYPE.matcher(block.text);
                assertTrue(type.find(), "a file holds a type");
                files.add(Files.writeString(folder.resolve(type.group(1) + ".java"), block.text));
            }
        }
        String program = PROGRAM.formatted(joined(blocks, "member"), joined(blocks, ""));
        files.add(Files.writeString(folder.resolve("Guide.java"), program));
        StringWriter problems = new StringWriter();
        List<String> line = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-encoding", "UTF-8",
                "-classpath", System.getProperty("stead.classes"), "-d", folder.toString()));
        files.forEach(file -> line.add(file.toString()));
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        PrintWriter out = new PrintWriter(problems, true);
        assertEquals(0, javac.run(out, out, line.toArray(String[]::new)), problems::toString);
    }

    private static String joined(List<Block> blocks, String mark) {
        return blocks.stream()
                .filter(block -> block.language.equals("java") && block.mark.equals(mark))
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }

    /** What the program prints. */
    private String run(String program, Path... arguments) throws Exception {
        String[] words = List.of(arguments).stream().map(Path::toString).toArray(String[]::new);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            loader.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) words);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
