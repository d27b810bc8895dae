package plenum.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBodyTest {

  /** As resources are given it. */
  public record Wish(
      String name,
      List<String> groups,
      Boolean blocked,
      Long minutes,
      int days,
      Optional<String> room,
      Camera camera) {}

  /** An object in it. */
  public record Camera(String label, Double width) {}

  private final RecordBody body = new RecordBody();

  private Wish read(String text) {
    return body.read(text, Wish.class);
  }

  private RequestRefused refused(String text) {
    return assertThrows(RequestRefused.class, () -> read(text), text);
  }

  @Test
  void readsEachMember() {
    assertEquals(
        new Wish("Ada", List.of("x"), false, 7L, 3, Optional.of("r"), new Camera("c", 0.5)),
        read(
            """
            {"name":"Ada","groups":["x"],"blocked":false,"minutes":7,"days":3,"room":"r",
             "camera":{"label":"c","width":0.5},"unknown":1}"""));
  }

  @Test
  void takesWhatIsMissingForNothing() {
    Wish nothing = new Wish(null, null, null, null, 0, Optional.empty(), null);
    assertEquals(nothing, read("{}"));
    assertEquals(
        nothing,
        read(
            """
            {"name":null,"groups":null,"blocked":null,"minutes":null,"room":null,"camera":null}"""));
    assertNull(read(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "name 7",
        "name true",
        "name {}",
        "name [\"Ada\"]",
        "groups \"x\"",
        "groups [1]",
        "groups [null]",
        "blocked \"yes\"",
        "blocked \"true\"",
        "blocked \"\"",
        "blocked 1",
        "blocked 0",
        "blocked [true]",
        "blocked {}",
        "minutes \"7\"",
        "minutes 5.7",
        "minutes 18446744073709551676",
        "minutes 1e999999999",
        "days 3000000000",
        "days true",
        "room 7",
        "camera \"c\""
      })
  void namesTheMemberOfAnotherKind(String name, String value) {
    RequestRefused refused = refused("{\"%s\":%s}".formatted(name, value));
    assertEquals("bad-request", refused.code());
    assertEquals(List.of(name), refused.sentence().values());
  }

  @Test
  void looksIntoObjects() {
    assertEquals(List.of("width"), refused("{\"camera\":{\"width\":\"1\"}}").sentence().values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "{", "{\"name\":}", "null"})
  void refusesWhatIsNoObject(String text) {
    RequestRefused refused = refused(text);
    assertEquals("bad-request", refused.code());
    assertTrue(refused.sentence().values().isEmpty());
  }
}
