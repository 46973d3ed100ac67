package io.stead;

import io.stead.model.Authority;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A native decision object, one for each thread: asking again into it does not allocate. It is read whole in one
 * crossing, as an image of bytes: 0 allowed; 1 to 4 the lengths of authority, reason, remedy and grant id; 8 grant
 * version; 16 valid until in ms; from 24 on the four texts.
 */
final class DecisionSlot {
    private static final ThreadLocal<DecisionSlot> SLOTS = ThreadLocal.withInitial(DecisionSlot::new);
    private static final VarHandle NUMBER =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int VERSION = 8;
    private static final int VALID_UNTIL = 16;
    private static final int TEXTS = 24;
    private static final Authority[] AUTHORITIES = Authority.values();
    private static final byte[][] AUTHORITY_WORDS = Arrays.stream(AUTHORITIES)
            .map(authority -> authority.word().getBytes(StandardCharsets.ISO_8859_1))
            .toArray(byte[][]::new);

    private final long address = Native.stead_decision_new();
    private final byte[] image = new byte[256];

    DecisionSlot() {
        Handle.CLEANER.register(this, new Handle.Release(address, Native::stead_decision_free));
    }

    static DecisionSlot ofThisThread() {
        return SLOTS.get();
    }

    long address() {
        return address;
    }

    Decision read() {
        Native.decision_read(address, image);
        int reason = TEXTS + length(1);
        int remedy = reason + length(2);
        int grant = remedy + length(3);
        long version = (long) NUMBER.get(image, VERSION);
        long until = (long) NUMBER.get(image, VALID_UNTIL);
        return new Decision(
                image[0] != 0,
                authority(),
                text(reason, remedy),
                text(remedy, grant),
                text(grant, grant + length(4)),
                version == 0 ? OptionalLong.empty() : OptionalLong.of(version),
                until == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)));
    }

    private int length(int place) {
        return image[place] & 0xff;
    }

    private Optional<String> text(int from, int to) {
        return from == to
                ? Optional.empty()
                : Optional.of(new String(image, from, to - from, StandardCharsets.UTF_8));
    }

    private Authority authority() {
        int end = TEXTS + length(1);
        for (int i = 0; i < AUTHORITIES.length; i++) {
            byte[] word = AUTHORITY_WORDS[i];
            if (Arrays.equals(word, 0, word.length, image, TEXTS, end)) {
                return AUTHORITIES[i];
            }
        }
        return Authority.UNKNOWN;
    }
}
