package plenum.admin.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Schemas of records, by their simple names, as JSON-B writes them. */
final class ApiSchemas {

  private final Map<String, Class<?>> types = new TreeMap<>();
  private final Map<String, JsonObjectBuilder> records = new TreeMap<>();

  static JsonObject object(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  static JsonObjectBuilder ref(String kind, String name) {
    return Json.createObjectBuilder().add("$ref", "#/components/" + kind + "/" + name);
  }

  JsonObjectBuilder json() {
    JsonObjectBuilder all = Json.createObjectBuilder();
    records.forEach(all::add);
    return all;
  }

  JsonObjectBuilder of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == List.class) {
        return kind("array").add("items", of(inner));
      }
      return generic.getRawType() == Optional.class ? of(inner) : kind("object");
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(plain);
    }
    return simple(plain);
  }

  private static JsonObjectBuilder simple(Class<?> type) {
    if (type == String.class) {
      return kind("string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return kind("boolean");
    }
    if (type == int.class || type == OptionalInt.class) {
      return kind("integer").add("format", "int32");
    }
    if (type == long.class) {
      return kind("integer").add("format", "int64");
    }
    return type == double.class ? kind("number").add("format", "double") : kind("object");
  }

  private static JsonObjectBuilder kind(String name) {
    return Json.createObjectBuilder().add("type", name);
  }

  private JsonObjectBuilder record(Class<?> type) {
    Class<?> known = types.putIfAbsent(type.getSimpleName(), type);
    if (known == null) {
      records.put(type.getSimpleName(), described(type));
    } else if (known != type) {
      throw new AssertionError(known + " and " + type + " need names of their own");
    }
    return ref("schemas", type.getSimpleName());
  }

  private JsonObjectBuilder described(Class<?> type) {
    JsonObjectBuilder properties = Json.createObjectBuilder();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.add(component.getName(), of(component.getGenericType()));
      if (isAlwaysThere(type, component)) {
        required.add(component.getName());
      }
    }
    JsonObjectBuilder schema = kind("object");
    if (!required.isEmpty()) { // JSON Schema, draft 5, section 5.4.3: one at least.
      schema.add("required", Json.createArrayBuilder(required));
    }
    return schema.add("properties", properties);
  }

  /** What is sent to change something names what it means alone. */
  private static boolean isAlwaysThere(Class<?> type, RecordComponent component) {
    Class<?> raw = component.getType();
    return raw != Optional.class
        && raw != OptionalInt.class
        && !type.getSimpleName().equals("Wish");
  }
}
