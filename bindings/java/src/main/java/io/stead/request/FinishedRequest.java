package io.stead.request;

import io.stead.model.FinishedFormat;
import java.util.Map;

/** In what form the finished document is wanted. Source: contract 4.1. */
public final class FinishedRequest extends Request<FinishedRequest> {
    private FinishedRequest(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static FinishedRequest of() {
        return new FinishedRequest(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static FinishedRequest from(Map<String, ?> members) {
        return new FinishedRequest(plain(members));
    }

    @Override
    FinishedRequest made(Map<String, Object> members) {
        return new FinishedRequest(members);
    }

    /**
     * {@return this request with {@code format}}
     *
     * @param format one PDF unless set, or a zip of files
     */
    public FinishedRequest format(FinishedFormat format) {
        return with("format", format);
    }
}
