package plenum.signal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

public class RecordWriterTest {

  public record Inner(String text, Boolean big) {}

  public record All(
      String text,
      int number,
      long large,
      boolean yes,
      Optional<String> some,
      Optional<String> none,
      OptionalLong request,
      OptionalInt count,
      OptionalLong empty,
      Optional<List<String>> words,
      Optional<Inner> inner,
      List<Inner> list,
      String nothing) {}

  private record Nothing() {}

  private static final Set<Type> PLAIN =
      Set.of(
          String.class,
          int.class,
          long.class,
          boolean.class,
          Integer.class,
          Long.class,
          Boolean.class,
          OptionalInt.class,
          OptionalLong.class);

  private static final Set<Type> AROUND = Set.of(Optional.class, List.class, Set.class);

  private record Odd(double half) {}

  private static All with(String text) {
    return new All(
        text,
        -5,
        Long.MAX_VALUE,
        true,
        Optional.of(""),
        Optional.empty(),
        OptionalLong.of(7),
        OptionalInt.of(3),
        OptionalLong.empty(),
        Optional.of(List.of("a", "b")),
        Optional.of(new Inner(text, false)),
        List.of(new Inner("x", null), new Inner("y", true)),
        null);
  }

  @Test
  void writesMembersByTheAlphabetAndNoneThatIsEmpty() {
    assertEquals(
        "{\"count\":3,\"inner\":{\"big\":false,\"text\":\"hi\"},\"large\":9223372036854775807,"
            + "\"list\":[{\"text\":\"x\"},{\"big\":true,\"text\":\"y\"}],\"number\":-5,"
            + "\"request\":7,\"some\":\"\",\"text\":\"hi\",\"words\":[\"a\",\"b\"],\"yes\":true}",
        RecordWriter.write(with("hi")));
    assertEquals("{}", RecordWriter.write(new Nothing()));
  }

  @Test
  void writesWhatJsonBindingWrites() throws Exception {
    try (Jsonb binding = JsonbBuilder.create()) {
      for (String text :
          List.of(
              "", "\"", "\\", "a\"b\\c", "line\nline\r\t\b\f", "שלום 🚀 </script>", "\u2028é")) {
        assertEquals(binding.toJson(with(text)), RecordWriter.write(with(text)));
      }
      for (char c = 0; c < 300; c++) {
        All one = with("x" + c + "y");
        assertEquals(binding.toJson(one), RecordWriter.write(one));
      }
    }
  }

  @Test
  void writesNothingThatMessagesDoNotHave() {
    assertThrows(IllegalArgumentException.class, () -> RecordWriter.write(new Odd(0.5)));
  }

  @Test
  void everyMessageIsMadeOfWhatIsWritten() {
    Set<Type> seen = new HashSet<>();
    List.of(ServerMessage.class, Change.class)
        .forEach(kind -> SignalRecords.of(kind).forEach(message -> assertIsWritten(message, seen)));
    assertTrue(seen.size() > SignalRecords.of(ServerMessage.class).size(), "parts were seen, too");
  }

  private static void assertIsWritten(Type type, Set<Type> seen) {
    if (!seen.add(type) || PLAIN.contains(type)) {
      return;
    }
    if (type instanceof ParameterizedType some) {
      assertTrue(AROUND.contains(some.getRawType()), "no message has a " + type);
      assertIsWritten(some.getActualTypeArguments()[0], seen);
      return;
    }
    assertTrue(type instanceof Class<?> part && part.isRecord(), "no message has a " + type);
    for (RecordComponent component : ((Class<?>) type).getRecordComponents()) {
      assertIsWritten(component.getGenericType(), seen);
    }
  }
}
