package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.SteadRecord.Kind;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SteadRecordTest {
    @Test
    void setsAndReadsEveryKind() {
        try (SteadRecord record = new SteadRecord()) {
            record.setText("/signers/0/name", "David").setInteger("/i", 9_007_199_254_740_991L)
                    .setNumber("/n", 1.5).setBoolean("/yes", true).setBoolean("/no", false).setNull("/null")
                    .setArray("/list").setRecord("/self", record).remove("/self/list");
            assertEquals(Kind.OBJECT, record.kind(""));
            assertEquals(Kind.ARRAY, record.kind("/signers"));
            assertEquals(Kind.TEXT, record.kind("/signers/0/name"));
            assertEquals(Kind.INTEGER, record.kind("/i"));
            assertEquals(Kind.NUMBER, record.kind("/n"));
            assertEquals(Kind.BOOLEAN, record.kind("/yes"));
            assertEquals(Kind.NULL, record.kind("/null"));
            assertEquals(Kind.ABSENT, record.kind("/self/list"));
            assertEquals(OptionalLong.of(9_007_199_254_740_991L), record.integer("/i"));
            assertEquals(OptionalLong.empty(), record.integer("/n"));
            assertEquals(OptionalDouble.of(1.5), record.number("/n"));
            assertEquals(OptionalDouble.empty(), record.number("/yes"));
            assertTrue(record.isTrue("/yes"));
            assertFalse(record.isTrue("/no"));
            assertEquals(0, record.count("/list"));
            assertEquals("i", record.keyAt("", 0).orElseThrow());
            assertTrue(record.keyAt("", 99).isEmpty());
            assertTrue(record.text("/i").isEmpty());
            try (SteadRecord signer = record.copy("/signers/0")) {
                assertEquals("{\"name\":\"David\"}", signer.toJson());
            }
            record.setMember("/metaData", "a/b", null);
            assertTrue(record.memberText("/metaData", "a/b").isEmpty());
            assertEquals("SteadRecord[9 members]", record.toString());
        }
    }

    @Test
    void theEdgeRefusesWhatIsNotARecord() {
        assertThrows(InvalidException.class, () -> SteadRecord.parse("[]"));
        assertThrows(InvalidException.class, () -> SteadRecord.parse("{\"a\":1,\"a\":2}"));
        assertThrows(LimitExceededException.class,
                () -> SteadRecord.parse("{\"a\":\"" + "x".repeat(1 << 20) + "\"}"));
        try (SteadRecord record = SteadRecord.parse("{\"a\": [1]}")) {
            assertThrows(InvalidException.class, () -> record.copy("/a"));
            assertThrows(InvalidException.class, () -> record.setInteger("/a", Long.MAX_VALUE));
            assertThrows(InvalidException.class, () -> record.setNumber("/a", Double.NaN));
            assertEquals("{\"a\":[1]}", record.toJson());
        }
    }

    @Test
    void closedTwiceAndUsedAfterwards() {
        SteadRecord record = new SteadRecord();
        record.close();
        record.close();
        assertThrows(IllegalStateException.class, record::toJson);
        assertThrows(IllegalStateException.class, () -> record.setNull("/a"));
        assertThrows(IllegalStateException.class, () -> record.kind(""));
        assertEquals("SteadRecord[closed]", record.toString());
    }
}
