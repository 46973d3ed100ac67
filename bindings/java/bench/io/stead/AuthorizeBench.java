package io.stead;

import io.stead.model.OutboxMessage;
import io.stead.request.AccountRequest;
import io.stead.request.AdminPerson;
import io.stead.request.Approval;
import io.stead.request.EngineOptions;
import io.stead.request.IdentityRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToLongFunction;

/**
 * Row 8 of the budgets: what the binding adds to a warm authorize, against a trivial JNI call of the same shape: two
 * strings in, yes or no out ({@code Session.may}). {@code Session.decide}, which brings the whole decision as a record
 * with the grant's id, stands beside it. Rounds of the four are interleaved; medians count. Prints one line of JSON.
 */
public final class AuthorizeBench {
    private static final int CALLS = 200_000;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 21;
    private static final String OPERATION = "document.send";
    private static final String OWNER = "luthercooper@cubeflakes.com";

    private static long sink;

    private AuthorizeBench() {}

    static native int trivial(byte[] a, byte[] b);

    static native long inC(long session, byte[] operation, byte[] principal, int calls);

    public static void main(String[] arguments) throws Exception {
        System.load(Path.of(arguments[0]).toAbsolutePath().toString());
        Path folder = Files.createTempDirectory("stead-bench");
        try (Engine engine = Stead.open(folder.resolve("bench.db"), EngineOptions.of().publicUrl("https://bench.test"));
                Session session = consented(engine)) {
            byte[] operation = OPERATION.getBytes(StandardCharsets.UTF_8);
            byte[] owner = OWNER.getBytes(StandardCharsets.UTF_8);
            double[] medians = medians(
                    calls -> timed(calls, () -> session.may(OPERATION, OWNER) ? 1 : 0),
                    calls -> timed(calls, () -> session.decide(OPERATION, OWNER).allowed() ? 1 : 0),
                    calls -> timed(calls, () -> trivial(
                            OPERATION.getBytes(StandardCharsets.UTF_8), OWNER.getBytes(StandardCharsets.UTF_8))),
                    calls -> inC(session.address(), operation, owner, calls));
            print(medians[0], medians[1], medians[2], medians[3]);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void print(double may, double decide, double trivial, double inC) {
        System.out.printf(Locale.ROOT,
                "{\"row\": 8, \"language\": \"java\", \"authorize_ns\": %.1f, \"c_authorize_ns\": %.1f, "
                        + "\"trivial_ns\": %.1f, \"added\": %.1f, \"ratio\": %.2f, "
                        + "\"whole_decision_ns\": %.1f, \"whole_decision_ratio\": %.2f}%n",
                may, inC, trivial, may - inC, (may - inC) / trivial, decide, (decide - inC) / trivial);
    }

    private static Session consented(Engine engine) {
        String hank = engine.accounts().create(
                AccountRequest.of("Cubeflakes", AdminPerson.of("Hank White", "hankwhite@cubeflakes.com")))
                .adminUserId().orElseThrow();
        Session session = engine.openTrusted(hank);
        session.identities().create(IdentityRequest.of("Luther Cooper", OWNER));
        for (OutboxMessage mail : engine.outbox().take().items()) {
            String link = mail.link().orElseThrow();
            OwnerLink page = engine.owner(link.substring(link.lastIndexOf('/') + 1));
            page.approve(Approval.of(page.look().textHash()));
        }
        return session;
    }

    private static double[] medians(IntToLongFunction... kinds) {
        double[][] rounds = new double[kinds.length][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int kind = 0; kind < kinds.length; kind++) {
                double each = (double) kinds[kind].applyAsLong(CALLS) / CALLS;
                if (round >= 0) {
                    rounds[kind][round] = each;
                }
            }
        }
        return Arrays.stream(rounds).mapToDouble(AuthorizeBench::median).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private interface Call {
        int make();
    }

    private static long timed(int calls, Call call) {
        long total = 0;
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            total += call.make();
        }
        long elapsed = System.nanoTime() - start;
        sink += total;
        return elapsed;
    }
}
