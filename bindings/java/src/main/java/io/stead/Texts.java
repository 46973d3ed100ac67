package io.stead;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Text on its way into C and back: UTF-8 bytes, never the modified UTF-8 of JNI. */
final class Texts {
    private Texts() {}

    /** An id, address, token, pointer or name: NUL-terminated in C, where the native layer refuses a NUL. */
    static byte[] argument(String text, String what) {
        return data(text, what);
    }

    /** Text of people, which may hold anything but half a surrogate pair. */
    static byte[] data(String text, String what) {
        byte[] bytes = Objects.requireNonNull(text, what).getBytes(StandardCharsets.UTF_8);
        for (byte one : bytes) {
            if (one == '?') { // what getBytes writes for what it cannot encode
                return strictly(text, what);
            }
        }
        return bytes;
    }

    /** The text of these bytes, null for null. */
    static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] strictly(String text, String what) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(encoded.array(), encoded.limit());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(what + " is not well-formed Unicode: half of a surrogate pair", e);
        }
    }
}
