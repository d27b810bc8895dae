package plenum.store;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * One entry of a {@link ListFile}, as it stands there. Every method throws {@link
 * IllegalArgumentException} for a member of another type.
 */
public record Entry(JsonObject members) {

  /** A text that must be there. */
  public String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new IllegalArgumentException("\"%s\" is missing".formatted(name)));
  }

  /** A text that may be missing. */
  public Optional<String> optionalText(String name) {
    JsonValue value = members.getOrDefault(name, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    throw new IllegalArgumentException("\"%s\" is no text".formatted(name));
  }
}
