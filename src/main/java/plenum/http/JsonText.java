package plenum.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/** JSON that others send. */
public final class JsonText {

  private JsonText() {}

  /**
   * The object that the text is; empty when it is none. (Parsson throws bare RuntimeExceptions,
   * too, and goes as deep as the text does.)
   */
  public static Optional<JsonObject> object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return Optional.of(reader.readObject());
    } catch (RuntimeException | StackOverflowError notAnObject) {
      return Optional.empty();
    }
  }
}
