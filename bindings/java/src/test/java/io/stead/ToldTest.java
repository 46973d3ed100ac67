package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.model.DocumentReport;
import io.stead.model.Event;
import io.stead.model.MailMode;
import io.stead.model.NewWebhook;
import io.stead.model.PastDecision;
import io.stead.model.Replay;
import io.stead.model.ReportSide;
import io.stead.model.WebhookMessage;
import io.stead.model.WebhookStatus;
import io.stead.request.EventQuery;
import io.stead.request.IdentityRequest;
import io.stead.request.MailPlanRequest;
import io.stead.request.OutboxRequest;
import io.stead.request.PastQuestion;
import io.stead.request.ReportRequest;
import io.stead.request.SecretRoll;
import io.stead.request.TeamRequest;
import io.stead.request.WebhookRequest;
import io.stead.request.WebhookUpdate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Being told: the change feed, webhooks, the mail plan and reports. */
class ToldTest {
    @TempDir
    Path folder;

    @Test
    void theFeedIsFollowedToItsEnd() {
        try (World world = new World(folder)) {
            for (int i = 0; i < 30; i++) {
                world.hank.teams().create(TeamRequest.of("Team " + i));
            }
            List<Long> seen = world.hank.events().follow(EventQuery.of()).map(Event::index).toList();
            assertEquals(LongStream.rangeClosed(0, 30).boxed().toList(), seen);
            assertEquals(0, world.hank.events().follow(EventQuery.of().events("Completed")).count());
            assertThrows(NotFoundException.class, () -> world.hank.events().list(EventQuery.of().after(1000)));
        }
    }

    @Test
    void whatWasAllowedThenIsStillKnown() {
        try (World world = new World(folder)) {
            world.hank.teams().create(TeamRequest.of("Legal"));
            PastDecision then = world.hank.audit().decideAsOf(PastQuestion.of("team.create").index(1));
            assertTrue(then.allowed());
            assertEquals(List.of(0L), then.entries());
            Replay replay = world.hank.audit().replay(1);
            assertTrue(replay.agrees());
            assertEquals("team.create", replay.recorded().operation());
            assertThrows(RefusedException.class, () -> world.hank.audit().replay(0));
        }
    }

    @Test
    void aWebhookIsDelivered() throws Exception {
        try (World world = new World(folder)) {
            NewWebhook made = world.hank.webhooks().create(WebhookRequest.of(
                    "Desk", "https://cubeflakes.com/hooks", "SenderIdentityCreated"));
            String secret = made.secret().orElseThrow();
            assertFalse(made.toString().contains(secret));
            WebhookMessage question = world.engine.outbox().takeWebhooks(OutboxRequest.of()).items().get(0);
            world.engine.outbox().ack(question.id(), question.lease());
            world.hank.identities().create(IdentityRequest.of("Luther Cooper", World.LUTHER));
            WebhookMessage message = world.engine.outbox().takeWebhooks(OutboxRequest.of()).items().get(0);
            String at = message.headers().get("webhook-timestamp");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] ours = mac.doFinal((at + "." + message.body()).getBytes(StandardCharsets.UTF_8));
            assertEquals("t=" + at + ", s0=" + HexFormat.of().formatHex(ours),
                    message.headers().get("X-BoldSign-Signature"));
            world.engine.outbox().fail(message.id(), message.lease(), "503");
            assertEquals("503", world.hank.webhooks().stream().findFirst().orElseThrow().lastError().orElseThrow());
            assertFalse(world.hank.webhooks().rollSecret(made.id(), SecretRoll.of()).secret().equals(made.secret()));
            assertEquals(WebhookStatus.DISABLED,
                    world.hank.webhooks().update(made.id(), WebhookUpdate.of().enabled(false)).status());
            assertEquals(made.id(), world.hank.webhooks().delete(made.id()).id());
        }
    }

    @Test
    void planAndReport() {
        try (World world = new World(folder)) {
            assertEquals(MailMode.VIA, world.engine.outbox().plan(MailPlanRequest.of(World.LUTHER)).mode());
            DocumentReport report = world.hank.reports().documents(ReportRequest.of(ReportSide.STATUS));
            assertEquals(0, report.documents());
            assertTrue(report.groups().isEmpty());
        }
    }
}
