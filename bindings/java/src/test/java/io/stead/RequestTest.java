package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.model.Operation;
import io.stead.model.Word;
import io.stead.request.IdentityRequest;
import io.stead.request.IdentityUpdate;
import io.stead.request.Request;
import io.stead.request.SignRequest;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RequestTest {
    /** Each method sets the member of its own name, and leaves the request it was called on as it was. */
    @TestFactory
    List<DynamicTest> everyMethodSetsItsMember() {
        return Arrays.stream(Request.class.getPermittedSubclasses())
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> setEveryMember(type)))
                .toList();
    }

    private static void setEveryMember(Class<?> type) throws ReflectiveOperationException {
        Request<?> request = made(type);
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 1 && Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())) {
                Object argument = some(method.getParameterTypes()[0]);
                Request<?> next = (Request<?>) method.invoke(request, argument);
                assertFalse(request.toMap().containsKey(method.getName()));
                assertEquals(plain(argument), next.toMap().get(method.getName()), method.toString());
                request = next;
            }
        }
        assertTrue(request.toString().startsWith(type.getSimpleName() + "{"), request.toString());
        assertEquals(request, type.getMethod("from", Map.class).invoke(null, request.toMap()));
        assertEquals(request, type.getMethod("from", Map.class).invoke(null,
                io.stead.internal.Json.object(request.toUtf8())));
    }

    private static Request<?> made(Class<?> type) throws ReflectiveOperationException {
        Method of = Arrays.stream(type.getMethods()).filter(method -> method.getName().equals("of")).findFirst()
                .orElseThrow();
        Object[] arguments = new Object[of.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = some(of.getParameterTypes()[i]);
        }
        return (Request<?>) of.invoke(null, arguments);
    }

    private static Object some(Class<?> type) throws ReflectiveOperationException {
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, some(type.getComponentType()));
            return array;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (Request.class.isAssignableFrom(type)) {
            return made(type);
        }
        return switch (type.getSimpleName()) {
            case "boolean" -> true;
            case "int" -> 3;
            case "long" -> 4L;
            case "double" -> 1.5;
            case "Instant" -> Instant.ofEpochMilli(1_767_225_600_000L);
            case "Map" -> Map.of("key", "value");
            case "Word" -> io.stead.model.DocumentStatus.DRAFT;
            default -> "text 🙂";
        };
    }

    private static Object plain(Object value) {
        if (value.getClass().isArray()) {
            return List.of(plain(Array.get(value, 0)));
        }
        if (value instanceof Request<?> request) {
            return request.toMap();
        }
        if (value instanceof Instant moment) {
            return moment.toEpochMilli();
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof Word word ? word.word() : value;
    }

    @Test
    void absentAndNullAreNotTheSame() {
        IdentityUpdate update = IdentityUpdate.of().name(null).metaData("gone", null).metaData("kept", "1");
        assertEquals("{\"name\":null,\"metaData\":{\"gone\":null,\"kept\":\"1\"}}", update.toJson());
        assertEquals("{\"metaData\":{\"gone\":null,\"kept\":\"1\"}}", update.without("name").toJson());
        assertEquals("{\"values\":{\"sign\":\"David\"}}", SignRequest.of().value("sign", "David").toJson());
    }

    @Test
    void whatHasNoMethodIsSetByName() {
        IdentityRequest request = IdentityRequest.of("Luther Cooper", World.LUTHER).with(
                "later", Map.of("operations", List.of(Operation.DOCUMENT_SEND), "at", Instant.ofEpochMilli(5)));
        Map<?, ?> later = (Map<?, ?>) request.toMap().get("later");
        assertEquals(Map.of("operations", List.of("document.send"), "at", 5L), later);
        assertThrows(UnsupportedOperationException.class, () -> request.toMap().clear());
        assertThrows(IllegalArgumentException.class, () -> request.with("odd", new Object()).toJson());
        assertThrows(IllegalArgumentException.class, () -> request.with("odd", Double.NaN).toJson());
    }
}
