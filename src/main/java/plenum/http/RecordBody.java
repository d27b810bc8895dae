package plenum.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import plenum.http.RequestRefused.Reason;

/**
 * Reads what REST resources take as records. Members may be missing, and are null then; those that
 * are there must be of the kind that the record says, or the first that is not is named. (Yasson
 * 3.0 takes a number for a text, every text but "true" for false, and 3000000000 for another
 * number: who wrote {@code "blocked": "yes"} let somebody in again.)
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class RecordBody implements MessageBodyReader<Record> {

  /** More digits than any number of a record has: 1e999999999 is not written out. */
  private static final int MOST_DIGITS = 20;

  private final Jsonb jsonb = JsonbBuilder.create();

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    return read(Body.text(body), type);
  }

  /**
   * @return null for no text at all, which resources have a sentence for
   * @throws RequestRefused when it is no such object
   */
  <T extends Record> T read(String text, Class<T> type) {
    if (text.isBlank()) {
      return null;
    }
    JsonObject object =
        JsonText.object(text)
            .orElseThrow(() -> new RequestRefused(Reason.BAD_REQUEST, "bad-request"));
    require(object, type);
    return jsonb.fromJson(object.toString(), type); // A member that comes twice counts once.
  }

  private static void require(JsonObject object, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      JsonValue value = object.get(component.getName());
      if (value != null && value.getValueType() != ValueType.NULL) {
        wrong(value, component)
            .ifPresent(
                key -> {
                  throw new RequestRefused(Reason.BAD_REQUEST, key, component.getName());
                });
      }
    }
  }

  /** What the member must be and is not; the members of an object are looked at, too. */
  private static Optional<String> wrong(JsonValue value, RecordComponent component) {
    Class<?> type = component.getType();
    if (type.isRecord()) {
      if (value instanceof JsonObject inner) {
        require(inner, type);
        return Optional.empty();
      }
      return Optional.of("bad-message.member.object");
    }
    if (type == List.class) {
      return unless(isTexts(value), "bad-message.member.texts");
    }
    if (type == Boolean.class || type == boolean.class) {
      return unless(
          value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE,
          "bad-message.member.boolean");
    }
    if (type == Long.class || type == int.class) {
      long most = type == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
      return unless(isWhole(value, most), "bad-message.member.whole");
    }
    if (type == Double.class) {
      return unless(value instanceof JsonNumber, "bad-message.member.any-number");
    }
    return unless(value.getValueType() == ValueType.STRING, "bad-message.member.text");
  }

  private static Optional<String> unless(boolean right, String key) {
    return right ? Optional.empty() : Optional.of(key);
  }

  private static boolean isTexts(JsonValue value) {
    return value instanceof JsonArray list
        && list.stream().allMatch(each -> each.getValueType() == ValueType.STRING);
  }

  private static boolean isWhole(JsonValue value, long most) {
    if (!(value instanceof JsonNumber number)) {
      return false;
    }
    BigDecimal given = number.bigDecimalValue();
    return given.scale() == 0
        && given.precision() < MOST_DIGITS
        && given.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
