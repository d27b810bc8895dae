package plenum.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.room.RoomId;
import plenum.testing.Actors;
import plenum.testing.Measurements;

/**
 * Meetings as tables: {@code Ada<Bob bad} tells that Ada gets Bob's picture badly, {@code Ada> bad}
 * that Ada's page says so of what it sends.
 */
class TroublesTest {

  private static final Map<String, Told> WORDS =
      Map.of(
          "well", Told.well().frameRate(30).lost(0),
          "bad", Told.well().frameRate(30).frozen(5000),
          "lossy", Told.well().frameRate(30).lost(60),
          "lost", Told.well().frameRate(4).lost(100),
          "slow", Told.well().frameRate(6).captured(6),
          "busy", Told.well().frameRate(6).captured(30).limitation(Limitation.CPU));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "Ada<Bob well, Bob<Ada well, Ada> well, Bob> well           | ''",
        "Ada<Bob bad, Bob<Ada well, Ada> well, Bob> well            | Ada DOWNLINK of Ada",
        "Ada<Bob bad, Bob> lossy                                    | Ada UPLINK of Bob",
        "Ada<Bob bad, Bob> lost                     | Ada UPLINK of Bob, Bob UPLINK of Bob",
        "Ada<Bob bad, Bob> slow                     | Ada DEVICE of Bob",
        "Ada<Bob bad, Bob> busy                     | Ada DEVICE of Bob, Bob DEVICE of Bob",
        "Ada<Bob bad                                | ''", // Nobody knows how it left Bob.
        // All who get Bob get him badly, and somebody else well.
        "Ada<Bob bad, Cem<Bob bad, Ada<Cem well, Cem<Ada well | Ada UPLINK of Bob, Cem UPLINK of"
            + " Bob",
        "Ada<Bob bad, Cem<Bob bad, Bob> well, Ada<Cem well"
            + " | Ada UPLINK of Bob, Cem UPLINK of Bob",
        // One gets everybody badly, the others do not.
        "Ada<Bob bad, Ada<Cem bad, Bob<Cem well, Cem<Bob well, Bob<Ada well, Cem<Ada well"
            + " | Ada DOWNLINK of Ada",
        // Her own loss is hers even where another's is known, too.
        "Ada<Bob bad, Ada<Cem bad, Dee<Cem well, Dee<Bob bad, Bob> lossy"
            + " | Ada DOWNLINK of Ada, Dee UPLINK of Bob",
        // Only one of several is bad, only there, and nobody knows why.
        "Ada<Bob bad, Ada<Cem well, Cem<Bob well, Bob> well         | ''",
        // Everybody gets everything badly.
        "Ada<Bob bad, Ada<Cem bad, Bob<Ada bad, Bob<Cem bad, Cem<Ada bad, Cem<Bob bad"
            + " | Ada SERVER of Ada, Bob SERVER of Bob, Cem SERVER of Cem",
        "Ada<Bob bad, Bob<Ada bad                                   | ''",
        "Ada<Bob bad, Bob<Ada bad, Ada> well, Bob> well"
            + " | Ada DOWNLINK of Ada, Bob DOWNLINK of Bob"
      })
  void tellsWhoseFaultItProbablyIs(String meeting, String troubles) {
    assertEquals(troubles, told(meeting(meeting)));
  }

  private static String told(List<QualityReport> reports) {
    Troubles troubles = new Troubles(reports);
    return reports.stream()
        .flatMap(
            report ->
                troubles.of(report.person()).stream()
                    .map(it -> report.name() + " " + it.cause() + " of " + name(it)))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String name(Trouble trouble) {
    return trouble.of().value().substring(0, 3);
  }

  @Test
  void knowsNothingOfStrangers() {
    Troubles troubles = new Troubles(meeting("Ada<Bob bad"));
    assertEquals(Optional.empty(), troubles.of(Actors.id("Bob")));
  }

  /** A picture of a room device has no sender that tells anything. */
  @Test
  void blamesNoDevice() {
    List<QualityReport> reports = new ArrayList<>();
    reports.add(report("Ada", List.of(stream("gate", Optional.empty(), "<", "bad"))));
    assertEquals("", told(reports));
  }

  private static List<QualityReport> meeting(String table) {
    Map<String, List<StreamQuality>> people = new LinkedHashMap<>();
    for (String row : table.split(", ")) {
      String who = row.substring(0, 3);
      String way = row.substring(3, 4);
      String of = way.equals("<") ? row.substring(4, 7) : who;
      String word = row.strip().substring(row.indexOf(' ') + 1);
      people
          .computeIfAbsent(who, name -> new ArrayList<>())
          .add(stream(of, Optional.of(of), way, word));
    }
    return people.entrySet().stream().map(one -> report(one.getKey(), one.getValue())).toList();
  }

  private static StreamQuality stream(String name, Optional<String> of, String way, String word) {
    Direction direction = way.equals("<") ? Direction.RECEIVED : Direction.SENT;
    Figures figures = WORDS.get(word).figures();
    Scoring scoring = new Scoring(Duration.ofSeconds(5), false);
    return new StreamQuality(
        name + "-camera",
        of.isPresent() ? "camera" : "device",
        of.map(Actors::id),
        name,
        direction,
        MediaKind.VIDEO,
        "VP8",
        Optional.empty(),
        figures,
        scoring.of(direction, MediaKind.VIDEO, false, figures),
        false,
        Lately.GOOD);
  }

  private static QualityReport report(String name, List<StreamQuality> streams) {
    return Measurements.inHall(Actors.known(name), new RoomId("hall"), streams);
  }
}
