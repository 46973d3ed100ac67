package io.stead.request;

import java.util.Map;

/** Values for fields, before they are signed. Source: contract 4. */
public final class Prefill extends Request<Prefill> {
    private Prefill(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param values texts by field id; an empty one empties the field
     */
    public static Prefill of(Map<String, String> values) {
        return new Prefill(Map.of()).with("values", values);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Prefill from(Map<String, ?> members) {
        return new Prefill(plain(members));
    }

    @Override
    Prefill made(Map<String, Object> members) {
        return new Prefill(members);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the document that was read
     */
    public Prefill version(long version) {
        return with("version", version);
    }
}
