package plenum.admin.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import plenum.http.RequestRefused;

class PagingTest {

  private static Paging.Part<String> part(int limit, String after, List<String> all) {
    return new Paging(limit, after).of(all.stream(), UnaryOperator.identity());
  }

  @Test
  void goesThroughAListInParts() {
    List<String> all = List.of("d", "a", "c", "b", "é\n");
    List<String> told = new ArrayList<>();
    String next = "";
    for (int parts = 0; parts == 0 || !next.isEmpty(); parts++) {
      Paging.Part<String> part = part(2, next, all);
      told.addAll(part.items());
      next = part.next().orElse("");
      assertEquals(parts < 2, !next.isEmpty());
    }
    assertEquals(List.of("a", "b", "c", "d", "é\n"), told);
  }

  @Test
  void neitherRepeatsNorLeavesOutWhatStaysWhileOthersComeAndGo() {
    Paging.Part<String> first = part(2, "", List.of("b", "d", "f"));
    assertEquals(List.of("b", "d"), first.items());
    Paging.Part<String> second = part(2, first.next().orElseThrow(), List.of("a", "c", "e", "f"));
    assertEquals(List.of("e", "f"), second.items());
  }

  @Test
  void saysNothingOfANextPartAfterTheLast() {
    assertEquals(true, part(2, "", List.of("a", "b")).next().isEmpty());
    assertEquals(List.of(), part(2, Paging.cursor("z"), List.of("a", "b")).items());
  }

  @Test
  void boundsTheLength() {
    assertEquals(1, new Paging(0, "").size());
    assertEquals(500, new Paging(1_000_000, "").size());
  }

  @Test
  void refusesACursorThatIsNoneOfOurs() {
    assertEquals(
        "malformed-request",
        assertThrows(RequestRefused.class, () -> new Paging(2, "***").key()).code());
  }
}
