package com.cubeflakes.crm;

import io.stead.RefusedException;
import io.stead.model.OutboxMessage;
import io.stead.model.Person;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** How the demo talks to its reader, and how it gives up. */
final class Tell {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final boolean COLOURS = Boolean.getBoolean("colours");
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String BLUE = "34";
    private static final String RULE = "-".repeat(75);

    private static int steps;

    private Tell() {}

    /** A numbered step: what happens in plain words, and the Java calls behind it. */
    static void step(String what, String calls) {
        OUT.printf("%n%s%n", in(BOLD, "%2d. %s".formatted(++steps, what)));
        if (!calls.isEmpty()) {
            say(in(BLUE, calls));
        }
    }

    /** One line below a step. */
    static void say(String format, Object... values) {
        plain("    " + (values.length == 0 ? format : format.formatted(values)));
    }

    /** The good end of a step. */
    static void good(String format, Object... values) {
        say("%s", in(GREEN, format.formatted(values)));
    }

    /** The bad end of a step, which is what the step is there to show. */
    static void refused(RefusedException refusal) {
        say("%s", in(RED, "refused: " + refusal.code()));
        say("%s", refusal.getMessage());
        refusal.remedy().ifPresent(remedy -> say("%s", in(DIM, "remedy: " + remedy)));
    }

    /** A mail in a frame, as its reader would get it. */
    static void mail(OutboxMessage mail) {
        say("%s", in(DIM, "." + RULE));
        framed("From:     " + address(mail.from()));
        mail.replyTo().ifPresent(person -> framed("Reply-To: " + address(person)));
        framed("To:       " + address(mail.to()));
        framed("Subject:  " + in(BOLD, mail.subject()));
        framed("");
        mail.text().lines().forEach(Tell::framed);
        say("%s", in(DIM, "'" + RULE));
    }

    /** A line of a program that other programs read. */
    static void plain(String line) {
        OUT.println(line);
    }

    /** Ends the program unless this holds: the demo checks what it says. */
    static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("The demo expected that " + what + ", and it is not so.");
        }
    }

    private static void framed(String line) {
        say("%s %s", in(DIM, "|"), line);
    }

    private static String address(Person person) {
        return person.name() + " <" + person.email() + ">";
    }

    private static String in(String colour, String text) {
        return COLOURS ? "\033[" + colour + "m" + text + "\033[0m" : text;
    }
}
