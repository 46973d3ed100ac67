package io.stead.request;

import java.util.Map;

/** Where a field stands on its page, in points. Source: contract 4.5. */
public final class FieldBounds extends Request<FieldBounds> {
    private FieldBounds(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param x from the left edge
     * @param y from the upper edge
     * @param width its width
     * @param height its height
     */
    public static FieldBounds of(double x, double y, double width, double height) {
        return new FieldBounds(Map.of()).with("x", x).with("y", y).with("width", width).with("height", height);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static FieldBounds from(Map<String, ?> members) {
        return new FieldBounds(plain(members));
    }

    @Override
    FieldBounds made(Map<String, Object> members) {
        return new FieldBounds(members);
    }
}
