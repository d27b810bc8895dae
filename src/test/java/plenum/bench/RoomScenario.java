package plenum.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who is in a room, beside the one who looks.
 *
 * @param people who all have their microphones open
 * @param cameras of these also send a picture
 */
record RoomScenario(int people, int cameras) {

  private static final int MOST_CAMERAS = 25;

  /** Those of {@code bench.people}, numbers of people with commas between, or all. */
  static List<RoomScenario> wanted() {
    String given = System.getProperty("bench.people", "");
    String people = given.isBlank() ? "1,3,9,25,100" : given;
    return Stream.of(people.split(","))
        .map(String::strip)
        .map(Integer::valueOf)
        .map(RoomScenario::of)
        .toList();
  }

  private static RoomScenario of(int people) {
    return new RoomScenario(people, Math.min(people, MOST_CAMERAS));
  }

  @Override
  public String toString() {
    String who = people == 1 ? "1 person" : people + " people";
    return people == cameras ? who : who + ", " + cameras + " cameras";
  }
}
