package io.stead;

import io.stead.internal.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A JSON Schema of docs/schema with its references followed, its allOf merged, and "or null" taken away.
 *
 * @param file where it stands
 * @param name what it was referred to as, e.g. {@code time}; empty when it stood in place
 * @param json the schema itself
 * @param members members of an object
 * @param required those that are always there
 */
record Schema(
        String file, String name, Map<String, Object> json, Map<String, Schema> members, Set<String> required) {
    private static final Path FOLDER = World.ROOT.resolve("docs/schema");
    private static final String COMMON = "common.schema.json";

    static Schema of(String verb, String kind) {
        String file = verb + "." + kind + ".schema.json";
        return read(file, "", file(file));
    }

    /** The verbs that have a schema of this kind. */
    static Set<String> verbs(String kind) {
        String end = "." + kind + ".schema.json";
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(end))
                    .map(file -> file.substring(0, file.length() - end.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String type() {
        Object type = json.get("type");
        return type instanceof List<?> types ? (String) types.get(0) : Objects.requireNonNullElse((String) type, "");
    }

    /** The words of an enum, without null. */
    List<String> words() {
        return list(json.get("enum")).stream().filter(Objects::nonNull).map(String.class::cast).toList();
    }

    /** What an array holds. */
    Schema items() {
        return read(file, "", object(json.get("items")));
    }

    /** Whether a member of a request does anything but hold its default. */
    boolean hasEffect() {
        String text = (String) json.getOrDefault("description", "");
        return !"null".equals(json.get("type")) && !text.startsWith("No effect yet")
                && !text.startsWith("Travels beside");
    }

    private static Schema read(String file, String name, Map<String, Object> json) {
        String ref = (String) json.get("$ref");
        if (ref != null) {
            String holder = ref.startsWith("#") ? file : COMMON;
            String part = ref.substring(ref.lastIndexOf('/') + 1);
            return read(holder, part, object(object(file(holder).get("$defs")).get(part)));
        }
        if (!list(json.get("anyOf")).isEmpty()) { // the first choice is the real one
            Schema first = read(file, name, object(list(json.get("anyOf")).get(0)));
            return json.containsKey("description") ? new Schema(file, name, json, first.members, first.required) : first;
        }
        Map<String, Schema> members = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        for (Object part : list(json.get("allOf"))) {
            Schema merged = read(file, name, object(part));
            members.putAll(merged.members);
            required.addAll(merged.required);
        }
        object(json.getOrDefault("properties", Map.of()))
                .forEach((member, schema) -> members.put(member, read(file, "", object(schema))));
        list(json.get("required")).forEach(member -> required.add((String) member));
        return new Schema(file, name, json, members, required);
    }

    private static Map<String, Object> file(String name) {
        try {
            return Json.object(Files.readAllBytes(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(Object json) {
        return json == null ? List.of() : (List<?>) json;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }
}
