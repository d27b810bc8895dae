package plenum.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedIdTest {

  /** More than there are for a millisecond. */
  private static final int MANY = 20_000;

  @Test
  void comesAfterThoseMadeBefore() {
    List<String> ids = Stream.generate(OrderedId::next).limit(MANY).toList();
    assertEquals(ids.stream().sorted().toList(), ids);
    assertTrue(ids.stream().allMatch(id -> id.matches("[0-9A-Za-z]{22}")), ids.get(0));
  }

  @Test
  void isMadeOnceByManyAtATime() {
    List<String> ids = Stream.generate(OrderedId::next).parallel().limit(MANY).toList();
    assertEquals(MANY, new HashSet<>(ids).size());
  }
}
