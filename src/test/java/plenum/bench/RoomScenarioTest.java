package plenum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomScenarioTest {

  private static final String PEOPLE = "bench.people";

  @AfterEach
  void forget() {
    System.clearProperty(PEOPLE);
  }

  @Test
  void areAllUnlessSomeAreNamed() {
    System.setProperty(PEOPLE, "");
    assertEquals(5, RoomScenario.wanted().size());
    System.setProperty(PEOPLE, "9, 100");
    List<RoomScenario> wanted = RoomScenario.wanted();
    assertEquals(List.of(new RoomScenario(9, 9), new RoomScenario(100, 25)), wanted);
    assertEquals("9 people", wanted.get(0).toString());
    assertEquals("100 people, 25 cameras", wanted.get(1).toString());
    assertEquals("1 person", new RoomScenario(1, 1).toString());
  }
}
