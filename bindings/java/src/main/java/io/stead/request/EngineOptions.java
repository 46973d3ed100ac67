package io.stead.request;

import java.util.List;
import java.util.Map;

/** How a store is opened. Source: design 11. */
public final class EngineOptions extends Request<EngineOptions> {
    private EngineOptions(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static EngineOptions of() {
        return new EngineOptions(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static EngineOptions from(Map<String, ?> members) {
        return new EngineOptions(plain(members));
    }

    @Override
    EngineOptions made(Map<String, Object> members) {
        return new EngineOptions(members);
    }

    /**
     * {@return this request with {@code durability}}
     *
     * @param durability when a call is acknowledged; on disk unless set
     */
    public EngineOptions durability(Durability durability) {
        return with("durability", durability);
    }

    /**
     * {@return this request with {@code busyTimeoutMs}}
     *
     * @param busyTimeoutMs how long to wait for another writer, at most 600,000 ms
     */
    public EngineOptions busyTimeoutMs(long busyTimeoutMs) {
        return with("busyTimeoutMs", busyTimeoutMs);
    }

    /**
     * {@return this request with {@code publicUrl}}
     *
     * @param publicUrl where the pages behind mailed links are
     */
    public EngineOptions publicUrl(String publicUrl) {
        return with("publicUrl", publicUrl);
    }

    /**
     * {@return this request with {@code productName}}
     *
     * @param productName the product around Stead, as mails name it, at most 80 characters
     */
    public EngineOptions productName(String productName) {
        return with("productName", productName);
    }

    /**
     * {@return this request with {@code mailFrom}}
     *
     * @param mailFrom the sender of mails
     */
    public EngineOptions mailFrom(String mailFrom) {
        return with("mailFrom", mailFrom);
    }

    /**
     * {@return this request with {@code mailAsDomains}}
     *
     * @param mailAsDomains domains this host signs mails for: their people stand alone as From
     */
    public EngineOptions mailAsDomains(String... mailAsDomains) {
        return with("mailAsDomains", List.of(mailAsDomains));
    }

    /**
     * {@return this request with {@code mailOnBehalfDomains}}
     *
     * @param mailOnBehalfDomains domains that let this host send with another Sender
     */
    public EngineOptions mailOnBehalfDomains(String... mailOnBehalfDomains) {
        return with("mailOnBehalfDomains", List.of(mailOnBehalfDomains));
    }

    /**
     * {@return this request with {@code texts}}
     *
     * @param texts whole catalogues of mail texts by locale, in the form of core/notifications/texts/en.json
     */
    public EngineOptions texts(Map<String, ?> texts) {
        return with("texts", texts);
    }

    /**
     * {@return this request with {@code logOrigin}}
     *
     * @param logOrigin where audit logs of new accounts live, e.g. {@code sign.example/log}
     */
    public EngineOptions logOrigin(String logOrigin) {
        return with("logOrigin", logOrigin);
    }

    /**
     * {@return this request with {@code consentLapseDays}}
     *
     * @param consentLapseDays after how many days an unanswered request lapses, 1 to 3650
     */
    public EngineOptions consentLapseDays(int consentLapseDays) {
        return with("consentLapseDays", consentLapseDays);
    }

    /**
     * {@return this request with {@code cacheBytesMax}}
     *
     * @param cacheBytesMax how much memory decisions may take, in bytes
     */
    public EngineOptions cacheBytesMax(long cacheBytesMax) {
        return with("cacheBytesMax", cacheBytesMax);
    }

    /**
     * {@return this request with {@code readersMax}}
     *
     * @param readersMax how many readers at once, 1 to 64
     */
    public EngineOptions readersMax(int readersMax) {
        return with("readersMax", readersMax);
    }

    /**
     * {@return this request with {@code migrate}}
     *
     * @param migrate what happens to a store of an older version
     */
    public EngineOptions migrate(Migrate migrate) {
        return with("migrate", migrate);
    }

    /**
     * {@return this request with {@code expectCheckpoint}}
     *
     * @param expectCheckpoint checkpoints kept outside, which the store must still continue
     */
    public EngineOptions expectCheckpoint(String... expectCheckpoint) {
        return with("expectCheckpoint", List.of(expectCheckpoint));
    }

    /**
     * {@return this request with {@code testClockMs}}
     *
     * @param testClockMs begins a test store, whose clock stands at this moment (Unix ms)
     */
    public EngineOptions testClockMs(long testClockMs) {
        return with("testClockMs", testClockMs);
    }

    /**
     * {@return this request with {@code testIdSeed}}
     *
     * @param testIdSeed makes the ids of a test store repeat
     */
    public EngineOptions testIdSeed(long testIdSeed) {
        return with("testIdSeed", testIdSeed);
    }
}
