package plenum.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  /** As resources are given it. */
  public record Wish(String name, Boolean blocked, Long minutes) {}

  private final Jsonb json = new StrictJson().getContext(Wish.class);

  private Wish read(String text) {
    return json.fromJson(text, Wish.class);
  }

  @Test
  void readsTrueAndFalse() {
    String after = ",\"name\":\"Ada\",\"minutes\":7}";
    assertEquals(new Wish("Ada", true, 7L), read("{\"blocked\":true" + after));
    assertEquals(new Wish("Ada", false, 7L), read("{\"blocked\":false" + after));
    assertEquals(new Wish("Ada", null, 7L), read("{\"blocked\":null" + after));
    assertEquals(new Wish("Ada", null, 7L), read("{\"minutes\":7,\"name\":\"Ada\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yes\"", "\"true\"", "\"\"", "1", "0", "[true]", "{}"})
  void takesNothingElseForOneOfThem(String value) {
    assertThrows(JsonbException.class, () -> read("{\"blocked\":" + value + "}"));
  }

  @Test
  void writesAsBefore() {
    assertEquals("{\"blocked\":true,\"name\":\"Ada\"}", json.toJson(new Wish("Ada", true, null)));
  }
}
