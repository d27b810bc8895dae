package plenum.admin.rest;

import static plenum.admin.rest.ApiSchemas.object;
import static plenum.admin.rest.ApiSchemas.ref;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import plenum.admin.rest.ApiDoors.Door;
import plenum.http.Problem;
import plenum.text.Sentence;
import plenum.text.Texts;

/**
 * Makes the description of {@code /api/admin} (OpenAPI 3.0.3) of the classes and {@link ApiDoors}.
 */
final class ApiDescription {

  private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);

  private final ApiSchemas schemas = new ApiSchemas();
  private final Jsonb jsonb = JsonbBuilder.create();

  /** The methods that answer requests, by verb and path. */
  static Map<String, Method> methods() {
    Map<String, Method> methods = new TreeMap<>();
    for (Class<?> resource : new AdminApplication().getClasses()) {
      Path path = resource.getAnnotation(Path.class);
      if (path != null && resource != CheckResource.class) { // The page's own, by a browser.
        for (Method method : resource.getMethods()) {
          verb(method)
              .ifPresent(verb -> methods.put(verb + " " + path.value() + below(method), method));
        }
      }
    }
    return methods;
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
        .filter(one -> one != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String below(Method method) {
    Path path = method.getAnnotation(Path.class);
    return path == null ? "" : "/" + path.value();
  }

  JsonObject json() {
    Map<String, JsonObjectBuilder> paths = new TreeMap<>();
    Map<String, Method> methods = methods();
    ApiDoors.all()
        .forEach(
            (name, door) -> {
              String[] verbAndPath = name.split(" ");
              paths
                  .computeIfAbsent(
                      "/api/admin/" + verbAndPath[1], path -> Json.createObjectBuilder())
                  .add(
                      verbAndPath[0].toLowerCase(Locale.ROOT),
                      operation(name, door, methods.get(name)));
            });
    JsonObjectBuilder all = Json.createObjectBuilder();
    paths.forEach(all::add);
    return Json.createObjectBuilder()
        .add("openapi", "3.0.3")
        .add("info", info())
        .add("tags", tags())
        .add("security", Json.createArrayBuilder().add(token()))
        .add("paths", all)
        .add("components", components())
        .build();
  }

  private static JsonObjectBuilder info() {
    return Json.createObjectBuilder()
        .add("title", "Plenum: administration")
        .add("version", "1")
        .add("license", license())
        .add(
            "description",
            "What administration's pages show and do, for programs. See docs/operations/api.md.");
  }

  private static JsonObjectBuilder license() {
    return Json.createObjectBuilder()
        .add("name", "Apache-2.0")
        .add("url", "https://www.apache.org/licenses/LICENSE-2.0");
  }

  private static JsonArrayBuilder tags() {
    JsonArrayBuilder tags = Json.createArrayBuilder();
    ApiDoors.all().keySet().stream()
        .map(ApiDescription::tag)
        .distinct()
        .forEach(name -> tags.add(Json.createObjectBuilder().add("name", name)));
    return tags;
  }

  private static String tag(String door) {
    return door.replaceFirst("\\w+ ([a-z-]+).*", "$1");
  }

  private static JsonObjectBuilder token() {
    return Json.createObjectBuilder().add("token", JsonValue.EMPTY_JSON_ARRAY);
  }

  private JsonObjectBuilder components() {
    JsonObjectBuilder refusals = Json.createObjectBuilder();
    new TreeMap<>(ApiDoors.REFUSALS).forEach((key, status) -> refusals.add(key, refusal(key)));
    JsonObjectBuilder scheme =
        Json.createObjectBuilder().add("type", "http").add("scheme", "bearer");
    return Json.createObjectBuilder()
        .add("schemas", schemas.json().add("Problem", problem()))
        .add("examples", refusals)
        .add("securitySchemes", Json.createObjectBuilder().add("token", scheme));
  }

  /** RFC 9457. */
  private static JsonObjectBuilder problem() {
    JsonObjectBuilder properties = Json.createObjectBuilder();
    for (String name : new String[] {"type", "title", "detail", "code"}) {
      properties.add(name, Json.createObjectBuilder().add("type", "string"));
    }
    properties.add("status", Json.createObjectBuilder().add("type", "integer"));
    return Json.createObjectBuilder().add("type", "object").add("properties", properties);
  }

  private static JsonObjectBuilder refusal(String key) {
    Object value = key.equals("scope-missing") ? "act" : key.equals("token-slowed") ? 42L : "Ada";
    String code = key.replaceFirst("\\..*", "");
    Sentence sentence =
        key.equals("malformed-request.parameter")
            ? Sentence.of(key, "limt", "after, limit")
            : Sentence.of(key, value);
    Problem problem = new Problem(ApiDoors.REFUSALS.get(key), code, sentence);
    return Json.createObjectBuilder().add("value", object(problem.reply(ENGLISH).body()));
  }

  private JsonObjectBuilder operation(String name, Door door, Method method) {
    JsonObjectBuilder operation =
        Json.createObjectBuilder()
            .add("operationId", id(name))
            .add("tags", Json.createArrayBuilder().add(tag(name)))
            .add("summary", door.summary())
            .add("description", "Scope of a token: " + door.scope())
            .add("parameters", parameters(method));
    door.body()
        .ifPresent(
            example ->
                operation.add(
                    "requestBody",
                    Json.createObjectBuilder()
                        .add("required", true)
                        .add("content", content(example))));
    return operation.add("responses", responses(door));
  }

  /** Such as {@code getMeetingsId}. */
  private static String id(String name) {
    StringBuilder id = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      id.append(
          id.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return id.toString();
  }

  private JsonArrayBuilder parameters(Method method) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Parameter parameter : method.getParameters()) {
      PathParam path = parameter.getAnnotation(PathParam.class);
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      if (path != null) {
        list.add(parameter("path", path.value(), parameter).add("required", true));
      } else if (query != null) {
        list.add(parameter("query", query.value(), parameter));
      }
    }
    if (!method.isAnnotationPresent(jakarta.ws.rs.GET.class) && ifMatch(method)) {
      list.add(
          Json.createObjectBuilder()
              .add("in", "header")
              .add("name", "If-Match")
              .add("required", true)
              .add("description", "The ETag of what is to be changed as it was read, or *")
              .add("schema", Json.createObjectBuilder().add("type", "string")));
    }
    return list;
  }

  private static boolean ifMatch(Method method) {
    return ApiDoors.all().entrySet().stream()
        .filter(door -> methods().get(door.getKey()).equals(method))
        .anyMatch(door -> door.getValue().refusals().contains("precondition-required.tag"));
  }

  private JsonObjectBuilder parameter(String in, String name, Parameter parameter) {
    JsonObjectBuilder schema = schemas.of(parameter.getType());
    DefaultValue value = parameter.getAnnotation(DefaultValue.class);
    if (value != null && !value.value().isEmpty()) {
      schema.add("default", literal(value.value(), parameter.getType()));
    }
    return Json.createObjectBuilder()
        .add("in", in)
        .add("name", name)
        .add("description", Optional.ofNullable(ApiDoors.PARAMETERS.get(name)).orElseThrow())
        .add("schema", schema);
  }

  private static JsonValue literal(String text, Class<?> type) {
    if (type == boolean.class) {
      return Boolean.parseBoolean(text) ? JsonValue.TRUE : JsonValue.FALSE;
    }
    return type == int.class ? Json.createValue(Integer.parseInt(text)) : Json.createValue(text);
  }

  private JsonObjectBuilder responses(Door door) {
    JsonObjectBuilder good = Json.createObjectBuilder().add("description", door.summary());
    door.answer().ifPresent(example -> good.add("content", content(example)));
    JsonObjectBuilder responses =
        Json.createObjectBuilder().add(Integer.toString(door.status()), good);
    Map<Integer, JsonObjectBuilder> byStatus = new TreeMap<>();
    Stream.concat(
            Stream.of(
                "malformed-request.parameter", "token-invalid", "scope-missing", "token-slowed"),
            door.refusals().stream())
        .forEach(
            key ->
                byStatus
                    .computeIfAbsent(
                        ApiDoors.REFUSALS.get(key), status -> Json.createObjectBuilder())
                    .add(key, ref("examples", key)));
    byStatus.forEach((status, examples) -> responses.add(status.toString(), refused(examples)));
    return responses;
  }

  private static JsonObjectBuilder refused(JsonObjectBuilder examples) {
    return Json.createObjectBuilder()
        .add("description", "Refused; the code says why")
        .add(
            "content",
            Json.createObjectBuilder()
                .add(
                    "application/problem+json",
                    Json.createObjectBuilder()
                        .add("schema", ref("schemas", "Problem"))
                        .add("examples", examples)));
  }

  private JsonObjectBuilder content(Object example) {
    return Json.createObjectBuilder()
        .add(
            "application/json",
            Json.createObjectBuilder()
                .add("schema", schemas.of(example.getClass()))
                .add("example", object(jsonb.toJson(example))));
  }

  /** Every example of an answer or a request, with the record that it is. */
  static List<Object> examples() {
    return ApiDoors.all().values().stream()
        .flatMap(door -> Stream.concat(door.answer().stream(), door.body().stream()))
        .toList();
  }
}
