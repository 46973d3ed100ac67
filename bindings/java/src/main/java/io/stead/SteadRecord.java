package io.stead;

import io.stead.internal.Json;
import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A JSON object in the library's own memory, read and changed by RFC 6901 pointers: the low level under the typed
 * requests and answers, for what those do not say. {@code ""} is the record itself, {@code -} appends to an array.
 * Limits: 1 MiB of JSON, 64 levels, integers within ±(2^53 - 1). Threads take turns. Source: design 8.
 */
public final class SteadRecord implements AutoCloseable {
    private final long address;
    private final Cleaner.Cleanable cleanable;
    private boolean closed;

    /** What stands at a place of a record, in the order of the C ABI's numbers. */
    public enum Kind {
        /** nothing */
        ABSENT,
        /** null, which is not the same as absent */
        NULL,
        /** true or false */
        BOOLEAN,
        /** a number without a fraction */
        INTEGER,
        /** a number with a fraction */
        NUMBER,
        /** text */
        TEXT,
        /** a list */
        ARRAY,
        /** an object */
        OBJECT
    }

    private SteadRecord(long address) {
        this.address = address;
        this.cleanable = Handle.CLEANER.register(this, new Handle.Release(address, Native::stead_record_free));
    }

    /** Makes an empty record. */
    public SteadRecord() {
        this(Native.stead_record_new());
    }

    /**
     * Reads JSON text.
     *
     * @param json an object
     * @return the record; close it
     * @throws InvalidException for ill-formed text, a member that stands twice, more than 64 levels, large numbers
     * @throws LimitExceededException for more than 1 MiB
     */
    public static SteadRecord parse(String json) {
        return new SteadRecord(Native.stead_record_parse(Texts.data(json, "json")));
    }

    /**
     * A record of its own from the object at a place.
     *
     * @param pointer where
     * @return the copy; close it
     * @throws InvalidException when there is no object
     */
    public SteadRecord copy(String pointer) {
        return at(pointer, place -> new SteadRecord(Native.stead_record_copy(address, place)));
    }

    /**
     * The record as compact JSON text.
     *
     * @return the text
     */
    public synchronized String toJson() {
        return Texts.text(Native.stead_record_json(open()));
    }

    /**
     * The members as plain values, for the {@code from} of a request.
     *
     * @return Map, List, String, Long, Double, Boolean or null by name
     */
    public synchronized Map<String, Object> toMap() {
        return Json.object(Native.stead_record_json(open()));
    }

    /**
     * Sets a text; any characters, NUL too.
     *
     * @param pointer where
     * @param text what
     * @return this record
     */
    public SteadRecord setText(String pointer, String text) {
        byte[] bytes = Texts.data(text, "text");
        return change(pointer, place -> Native.stead_record_set_text(address, place, bytes));
    }

    /**
     * Sets an integer.
     *
     * @param pointer where
     * @param value within ±(2^53 - 1)
     * @return this record
     */
    public SteadRecord setInteger(String pointer, long value) {
        return change(pointer, place -> Native.stead_record_set_integer(address, place, value));
    }

    /**
     * Sets a number; a whole one becomes an integer.
     *
     * @param pointer where
     * @param value finite, within ±(2^53 - 1)
     * @return this record
     */
    public SteadRecord setNumber(String pointer, double value) {
        return change(pointer, place -> Native.stead_record_set_number(address, place, value));
    }

    /**
     * Sets true or false.
     *
     * @param pointer where
     * @param value which
     * @return this record
     */
    public SteadRecord setBoolean(String pointer, boolean value) {
        return change(pointer, place -> Native.stead_record_set_boolean(address, place, value ? 1 : 0));
    }

    /**
     * Sets null, which is not the same as absent: in an update it clears.
     *
     * @param pointer where
     * @return this record
     */
    public SteadRecord setNull(String pointer) {
        return change(pointer, place -> Native.stead_record_set_null(address, place));
    }

    /**
     * Sets an empty array.
     *
     * @param pointer where
     * @return this record
     */
    public SteadRecord setArray(String pointer) {
        return change(pointer, place -> Native.stead_record_set_array(address, place));
    }

    /**
     * Sets a copy of another record.
     *
     * @param pointer where
     * @param value the other record, or this one as it was before
     * @return this record
     */
    public SteadRecord setRecord(String pointer, SteadRecord value) {
        try (SteadRecord own = value.copy("")) { // never two locks at once
            return change(pointer, place -> Native.stead_record_set_record(address, place, own.address));
        }
    }

    /**
     * Sets a member whose name is user data, slashes and all.
     *
     * @param pointer the object, made when missing
     * @param key name of the member
     * @param text its text; null sets null, which in metadata removes the key
     * @return this record
     */
    public SteadRecord setMember(String pointer, String key, String text) {
        byte[] name = Texts.data(key, "key");
        byte[] bytes = text == null ? null : Texts.data(text, "text");
        return change(pointer, place -> Native.stead_record_set_member(address, place, name, bytes));
    }

    /**
     * Removes a member or an element; absent is fine.
     *
     * @param pointer where
     * @return this record
     */
    public SteadRecord remove(String pointer) {
        return change(pointer, place -> Native.stead_record_remove(address, place));
    }

    /**
     * What stands at a place.
     *
     * @param pointer where
     * @return {@link Kind#ABSENT} for a bad pointer too
     */
    public Kind kind(String pointer) {
        return at(pointer, place -> Kind.values()[Native.stead_record_kind(address, place)]);
    }

    /**
     * The text at a place.
     *
     * @param pointer where
     * @return empty when there is no text
     */
    public Optional<String> text(String pointer) {
        return at(pointer, place -> Optional.ofNullable(Texts.text(Native.stead_record_text(address, place))));
    }

    /**
     * The integer at a place.
     *
     * @param pointer where
     * @return empty when there is none
     */
    public OptionalLong integer(String pointer) {
        return kind(pointer) != Kind.INTEGER
                ? OptionalLong.empty()
                : OptionalLong.of(at(pointer, place -> Native.stead_record_integer(address, place)));
    }

    /**
     * The number at a place, integers too.
     *
     * @param pointer where
     * @return empty when there is none
     */
    public OptionalDouble number(String pointer) {
        Kind kind = kind(pointer);
        return kind != Kind.INTEGER && kind != Kind.NUMBER
                ? OptionalDouble.empty()
                : OptionalDouble.of(at(pointer, place -> Native.stead_record_number(address, place)));
    }

    /**
     * Whether true stands at a place.
     *
     * @param pointer where
     * @return false for anything else
     */
    public boolean isTrue(String pointer) {
        return at(pointer, place -> Native.stead_record_boolean(address, place)) != 0;
    }

    /**
     * How many elements or members stand at a place.
     *
     * @param pointer an array or an object
     * @return 0 for anything else
     */
    public long count(String pointer) {
        return at(pointer, place -> Native.stead_record_count(address, place));
    }

    /**
     * The name of a member.
     *
     * @param pointer an object
     * @param index 0 is the first, by name
     * @return empty beyond the count
     */
    public Optional<String> keyAt(String pointer, long index) {
        return at(pointer, place -> Optional.ofNullable(Texts.text(Native.stead_record_key_at(address, place, index))));
    }

    /**
     * The text of a member whose name is user data.
     *
     * @param pointer the object
     * @param key name of the member
     * @return empty when there is no text
     */
    public Optional<String> memberText(String pointer, String key) {
        byte[] name = Texts.data(key, "key");
        return at(pointer,
                place -> Optional.ofNullable(Texts.text(Native.stead_record_member_text(address, place, name))));
    }

    /** Gives the record's memory back; closing again does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        cleanable.clean();
    }

    /** Shows nothing of what stands in the record. */
    @Override
    public synchronized String toString() {
        return closed ? "SteadRecord[closed]" : "SteadRecord[" + count("") + " members]";
    }

    private long open() {
        if (closed) {
            throw new IllegalStateException("SteadRecord is closed");
        }
        return address;
    }

    private synchronized <T> T at(String pointer, Place<T> place) {
        byte[] where = Texts.argument(pointer, "pointer");
        open();
        return place.at(where);
    }

    private synchronized SteadRecord change(String pointer, Change change) {
        byte[] where = Texts.argument(pointer, "pointer");
        open();
        change.at(where);
        return this;
    }

    private interface Place<T> {
        T at(byte[] pointer);
    }

    private interface Change {
        void at(byte[] pointer);
    }
}
