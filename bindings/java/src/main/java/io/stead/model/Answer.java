package io.stead.model;

import io.stead.internal.Codec;
import io.stead.internal.Json;
import java.util.Map;

/**
 * An answer or a part of one: an immutable record that turns back into exactly the JSON it came from, members that
 * this version does not know included. Source: design 11.
 */
public interface Answer {
    /**
     * Members that this version has no component for, by name, as plain values (Map, List, String, Long, Double,
     * Boolean, null).
     *
     * @return empty unless the library is newer than this record
     */
    Map<String, Object> unknown();

    /**
     * All members as plain values.
     *
     * @return what {@link #toJson} writes
     */
    default Map<String, Object> toMap() {
        return Codec.write((Record) this);
    }

    /**
     * This answer as the library gave it.
     *
     * @return JSON text; members may stand in another order
     */
    default String toJson() {
        return Json.text(toMap());
    }
}
