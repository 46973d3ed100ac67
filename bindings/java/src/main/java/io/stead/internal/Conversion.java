package io.stead.internal;

import io.stead.model.Word;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * How one type of component stands in JSON.
 *
 * @param isOptional whether the member may be absent
 * @param toJava from a plain JSON value
 * @param toJson to a plain JSON value, null for a member that is absent
 */
record Conversion(boolean isOptional, Function<Object, Object> toJava, Function<Object, Object> toJson) {
    private static final Map<Type, Conversion> SIMPLE = Map.of(
            String.class, required(String.class::cast, value -> value),
            boolean.class, required(Boolean.class::cast, value -> value),
            Boolean.class, required(Boolean.class::cast, value -> value),
            long.class, required(value -> ((Number) value).longValue(), value -> value),
            Long.class, required(value -> ((Number) value).longValue(), value -> value),
            int.class, required(value -> Math.toIntExact(((Number) value).longValue()), value -> value),
            double.class, required(value -> ((Number) value).doubleValue(), value -> value),
            Instant.class, required(
                    value -> Instant.ofEpochMilli((Long) value), value -> ((Instant) value).toEpochMilli()),
            OptionalLong.class, optional(
                    value -> value == null ? OptionalLong.empty() : OptionalLong.of((Long) value),
                    value -> ((OptionalLong) value).isPresent() ? ((OptionalLong) value).getAsLong() : null));

    static Conversion of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Conversion simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return required(word -> Words.constant(plain, (String) word), word -> ((Word) word).word());
        }
        return required(json -> Codec.read(json, plain), record -> Codec.write((Record) record));
    }

    private static Conversion ofGeneric(ParameterizedType type) {
        if (type.getRawType() == Map.class) {
            return required(Conversion::ordered, value -> value);
        }
        Conversion item = of(type.getActualTypeArguments()[0]);
        if (type.getRawType() == List.class) {
            return required(value -> each((List<?>) value, item.toJava), value -> each((List<?>) value, item.toJson));
        }
        return optional(
                value -> Optional.ofNullable(value).map(item.toJava),
                value -> ((Optional<?>) value).map(item.toJson).orElse(null));
    }

    Object read(Object json) {
        return toJava.apply(json);
    }

    Object write(Object value) {
        return toJson.apply(value);
    }

    /** Whether a word was met that its enum does not know. */
    boolean isUnknown(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() && isUnknown(optional.get());
        }
        if (value instanceof List<?> items) {
            return items.stream().anyMatch(this::isUnknown);
        }
        return value instanceof Word word && Words.isUnknown(word);
    }

    private static Conversion required(Function<Object, Object> toJava, Function<Object, Object> toJson) {
        return new Conversion(false, toJava, toJson);
    }

    private static Conversion optional(Function<Object, Object> toJava, Function<Object, Object> toJson) {
        return new Conversion(true, toJava, toJson);
    }

    private static List<Object> each(List<?> items, Function<Object, Object> convert) {
        List<Object> converted = new ArrayList<>(items.size());
        for (Object item : items) {
            converted.add(convert.apply(item));
        }
        return List.copyOf(converted);
    }

    private static Map<Object, Object> ordered(Object map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>((Map<?, ?>) map));
    }
}
