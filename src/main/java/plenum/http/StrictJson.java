package plenum.http;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Type;

/**
 * How REST resources read and write JSON: as by default, but that only {@code true} is true and
 * only {@code false} is false. (Yasson 3.0 takes every string but "true", and every number, for
 * false: who wrote {@code "blocked": "yes"} let somebody in again.)
 */
@Provider
public class StrictJson implements ContextResolver<Jsonb> {

  private final Jsonb jsonb =
      JsonbBuilder.create(new JsonbConfig().withDeserializers(new Booleans()));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }

  /** Reads what is declared as {@link Boolean}; what is declared as boolean is read by Yasson. */
  private static final class Booleans implements JsonbDeserializer<Boolean> {

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context, Type type) {
      JsonValue value = parser.getValue();
      return switch (value.getValueType()) {
        case TRUE -> true;
        case FALSE -> false;
        case NULL -> null;
        default -> throw new JsonbException("neither true nor false: a " + value.getValueType());
      };
    }
  }
}
