package io.stead.internal;

import io.stead.model.Page;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON records as Java records and back: the members are the components of the same name. The component
 * {@code unknown} keeps the members that the Java record does not have, and under its name the value of a member whose
 * word its enum does not know; what stands in it wins when the record is written.
 */
public final class Codec {
    private static final String KEPT = "unknown";
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private Codec() {}

    /**
     * Reads an answer.
     *
     * @param json JSON text of an object
     * @param type the record to make of it
     * @param <T> the record to make of it
     * @return the answer
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return type.cast(SHAPES.get(type).read(Json.object(json)));
    }

    /**
     * Reads a page of a list.
     *
     * @param json JSON text of an object
     * @param item what the list holds
     * @param <T> what the list holds
     * @return the page
     */
    public static <T> Page<T> readPage(byte[] json, Class<T> item) {
        Map<String, Object> members = new LinkedHashMap<>(Json.object(json));
        List<T> items = new ArrayList<>();
        for (Object one : (List<?>) members.remove("items")) {
            items.add(item.cast(read(one, item)));
        }
        String nextCursor = (String) members.remove("nextCursor");
        long total = (Long) members.remove("total");
        boolean capped = (Boolean) members.remove("totalCapped");
        return new Page<>(List.copyOf(items), Optional.ofNullable(nextCursor), total, capped,
                Collections.unmodifiableMap(members));
    }

    /**
     * The members of a record.
     *
     * @param record an answer or a part of one
     * @return what {@link Json} can write
     */
    public static Map<String, Object> write(Record record) {
        return SHAPES.get(record.getClass()).write(record);
    }

    static Object read(Object json, Class<?> type) {
        if (!(json instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException(type.getSimpleName() + " is an object");
        }
        return SHAPES.get(type).read(members);
    }

    /** A component and the member that it stands for. */
    private record Member(String name, Conversion conversion, boolean orNull, MethodHandle accessor) {}

    /** The components of a record in the order of its constructor. */
    private record Shape(Class<?> type, List<Member> members, MethodHandle constructor) {
        static Shape of(Class<?> type) {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            RecordComponent[] components = type.getRecordComponents();
            try {
                List<Member> members = new ArrayList<>();
                for (RecordComponent component : components) {
                    members.add(new Member(component.getName(), Conversion.of(component.getGenericType()),
                            component.isAnnotationPresent(OrNull.class), lookup.unreflect(component.getAccessor())));
                }
                Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types));
                return new Shape(type, members, constructor.asSpreader(Object[].class, types.length));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("a record of this module is public", e);
            }
        }

        Object read(Map<?, ?> json) {
            Map<String, Object> kept = new LinkedHashMap<>();
            json.forEach((name, value) -> kept.put((String) name, value));
            Object[] values = new Object[members.size()];
            for (int i = 0; i < values.length; i++) {
                Member member = members.get(i);
                if (member.name().equals(KEPT)) {
                    continue; // the last one: filled with what remains
                }
                values[i] = read(member, json);
                if (!member.conversion().isUnknown(values[i])) {
                    kept.remove(member.name());
                }
            }
            values[values.length - 1] = Collections.unmodifiableMap(kept);
            return invoke(constructor, values);
        }

        private Object read(Member member, Map<?, ?> json) {
            Object value = json.get(member.name());
            if (value == null && !member.conversion().isOptional()) {
                throw new IllegalArgumentException(type.getSimpleName() + " lacks its member " + member.name());
            }
            return member.conversion().read(value);
        }

        Map<String, Object> write(Record record) {
            Map<String, Object> json = new LinkedHashMap<>();
            Map<?, ?> kept = Map.of();
            for (Member member : members) {
                Object value = invoke(member.accessor(), record);
                if (member.name().equals(KEPT)) {
                    kept = (Map<?, ?>) value;
                    continue;
                }
                Object written = member.conversion().write(value);
                if (written != null || member.orNull()) {
                    json.put(member.name(), written);
                }
            }
            kept.forEach((name, value) -> json.put((String) name, value));
            return json;
        }

        private static Object invoke(MethodHandle handle, Object argument) {
            try {
                return handle.invoke(argument);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError("a record throws nothing that is checked", e);
            }
        }
    }
}
