package com.cubeflakes.crm;

import io.stead.Decision;
import io.stead.Engine;
import io.stead.Session;
import io.stead.Stead;
import io.stead.request.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A second process on the same store: asks again and again whether the actor may still send for the owner, and says when
 * the answer turns. Usage: Watcher STORE SECRET-FILE USER-ID OWNER-EMAIL
 */
public final class Watcher {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Watcher() {}

    /** Watches until the answer turns. */
    public static void main(String[] arguments) throws IOException {
        byte[] secret = Files.readAllBytes(Path.of(arguments[1]));
        try (Engine engine = Stead.open(Path.of(arguments[0]), EngineOptions.of(), secret);
                Session session = engine.openTrusted(arguments[2])) {
            watch(session, arguments[3]);
        }
    }

    private static void watch(Session session, String owner) {
        Instant end = Instant.now().plus(PATIENCE);
        Decision decision = session.decide("document.send", owner);
        Tell.expect(decision.allowed(), "the actor may send at first");
        Tell.plain("ready");
        long asked = 1;
        while (decision.allowed() && Instant.now().isBefore(end)) {
            decision = session.decide("document.send", owner);
            asked++;
        }
        Tell.expect(!decision.allowed(), "the answer turned");
        Tell.plain("the other process asked %d times; then the answer was: refused, %s"
                .formatted(asked, decision.reason().orElseThrow()));
    }
}
