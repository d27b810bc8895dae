package plenum.admin.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import plenum.account.AccountRefused;
import plenum.account.guest.GuestRefused;
import plenum.account.token.TokenRefused;
import plenum.http.RequestRefused;
import plenum.media.MediaRefusal;
import plenum.records.RecordsRefused;
import plenum.room.RoomRefused;
import plenum.signal.announcement.AnnouncementRefused;
import plenum.text.Refused;
import plenum.tuning.SettingRefused;
import plenum.webhook.WebhookRefused;

/**
 * The description of {@code /api/admin}: prints it into {@code META-INF/openapi.json}. With {@code
 * -Dprint.openapi} the file is written anew, else it has to be as it would be.
 */
class ApiDescriptionTest {

  private static final Path FILE = Path.of("src/main/resources/META-INF/openapi.json");

  private static String printed(JsonObject json) {
    StringWriter text = new StringWriter();
    Map<String, Boolean> pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (JsonWriter writer = Json.createWriterFactory(pretty).createWriter(text)) {
      writer.writeObject(json);
    }
    return text.toString().strip() + "\n";
  }

  @Test
  void isPrintedInTheFile() throws IOException {
    String text = printed(new ApiDescription().json());
    if (System.getProperty("print.openapi") != null) {
      Files.writeString(FILE, text);
    }
    assertEquals(
        text,
        Files.readString(FILE),
        "print it anew: mvn test -Dtest=ApiDescriptionTest -Dprint.openapi=yes");
  }

  @Test
  void tellsOfEveryDoorAndNoOther() {
    assertEquals(
        String.join("\n", new TreeSet<>(ApiDescription.methods().keySet())),
        String.join("\n", new TreeSet<>(ApiDoors.all().keySet())));
  }

  /** What is read back of an example is the same; and each fits its schema. */
  @Test
  void hasExamplesThatAreValid() {
    JsonObject description = new ApiDescription().json();
    Jsonb jsonb = JsonbBuilder.create();
    for (Object example : ApiDescription.examples()) {
      if (example instanceof Record) {
        String told = jsonb.toJson(example);
        assertEquals(
            ApiSchemas.object(told),
            ApiSchemas.object(jsonb.toJson(jsonb.fromJson(told, example.getClass()))));
        requireFits(
            description,
            ApiSchemas.object(told),
            schema(description, example.getClass().getSimpleName()),
            example.toString());
      }
    }
  }

  private static JsonObject schema(JsonObject description, String name) {
    return description.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
  }

  private static void requireFits(
      JsonObject description, JsonValue value, JsonObject schema, String of) {
    if (schema.containsKey("$ref")) {
      String name = schema.getString("$ref").replaceFirst(".*/", "");
      requireFits(description, value, schema(description, name), of);
      return;
    }
    switch (schema.getString("type")) {
      case "object" -> requireObject(description, value, schema, of);
      case "array" -> {
        JsonArray array = (JsonArray) value;
        array.forEach(item -> requireFits(description, item, schema.getJsonObject("items"), of));
      }
      case "string" -> assertTrue(value instanceof JsonString, of + ": " + value);
      case "boolean" ->
          assertTrue(value == JsonValue.TRUE || value == JsonValue.FALSE, of + ": " + value);
      default -> assertEquals(JsonValue.ValueType.NUMBER, value.getValueType(), of + ": " + value);
    }
  }

  private static void requireObject(
      JsonObject description, JsonValue value, JsonObject schema, String of) {
    if (!schema.containsKey("properties")) {
      return; // A line of records has what its list has.
    }
    JsonObject object = (JsonObject) value;
    JsonObject properties = schema.getJsonObject("properties");
    required(schema).forEach(name -> assertTrue(object.containsKey(name), of + " lacks " + name));
    object.forEach(
        (name, member) -> {
          assertTrue(properties.containsKey(name), of + " has an unknown " + name);
          requireFits(description, member, properties.getJsonObject(name), of);
        });
  }

  private static List<String> required(JsonObject schema) {
    return schema.containsKey("required")
        ? schema.getJsonArray("required").getValuesAs(JsonString::getString)
        : List.of();
  }

  /** A list of required members that has none is no schema of OpenAPI 3.0. */
  @Test
  void requiresAMemberWhereverItSaysThatOneIs() {
    JsonObject schemas =
        new ApiDescription().json().getJsonObject("components").getJsonObject("schemas");
    schemas.forEach(
        (name, schema) ->
            assertTrue(
                !schema.asJsonObject().containsKey("required")
                    || !required(schema.asJsonObject()).isEmpty(),
                name));
    assertTrue(schemas.containsKey("Wish"));
  }

  /** Readers of the description find everything to which it leads. */
  @Test
  void leadsToWhatExists() {
    JsonObject description = new ApiDescription().json();
    String text = description.toString();
    var references = Pattern.compile("\"#(/[^\"]+)\"").matcher(text);
    int count = 0;
    while (references.find()) {
      count++;
      assertTrue(
          Json.createPointer(references.group(1)).containsValue(description), references.group());
    }
    assertTrue(count > 50, "references: " + count);
  }

  @Test
  void tellsTheStatusThatEachRefusalHas() throws ReflectiveOperationException {
    Map<String, Integer> statuses = new HashMap<>();
    for (Class<?> refused :
        List.of(
            RoomRefused.class,
            AccountRefused.class,
            TokenRefused.class,
            GuestRefused.class,
            RecordsRefused.class,
            RequestRefused.class,
            AnnouncementRefused.class,
            MediaRefusal.class,
            SettingRefused.class,
            WebhookRefused.class)) {
      Class<?> reasons = Class.forName(refused.getName() + "$Reason");
      Field status = reasons.getDeclaredField("status");
      status.setAccessible(true);
      for (Object reason : reasons.getEnumConstants()) {
        statuses.put(Refused.codeOf((Enum<?>) reason), status.getInt(reason));
      }
    }
    ApiDoors.REFUSALS.forEach(
        (key, status) -> assertEquals(statuses.get(key.replaceFirst("\\..*", "")), status, key));
  }
}
