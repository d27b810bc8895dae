package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plenum.engine.StreamName;

class SoundChoiceTest {

  private static final long PACKET = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int QUIET = 80;
  private static final int LOUD = 35;

  private final SoundChoice choice = new SoundChoice(2);
  private final Map<StreamName, Loudness> loudness = new LinkedHashMap<>();
  private long now = TimeUnit.HOURS.toNanos(1);

  private StreamName person(String name) {
    StreamName stream = new StreamName("live", name);
    loudness.put(stream, new Loudness());
    return stream;
  }

  private boolean choose() {
    return choice.choose(loudness.keySet(), loudness::get, name -> -1, now);
  }

  /** Lets everybody be heard for a second: those loud, the others with some noise. */
  private int listen(StreamName... speaking) {
    int changes = 0;
    for (int i = 0; i < 50; i++) {
      now += PACKET;
      int at = i;
      loudness.forEach(
          (name, loud) ->
              loud.heard(List.of(speaking).contains(name) ? LOUD : QUIET + at % 3, now));
      changes += i % 5 == 0 && choose() ? 1 : 0;
    }
    return changes;
  }

  private List<String> chosen() {
    return IntStream.range(0, 2)
        .mapToObj(choice::in)
        .flatMap(Optional::stream)
        .map(StreamName::stream)
        .sorted()
        .toList();
  }

  @Test
  void givesEverybodyASlotWhereThereAreEnough() {
    StreamName ada = person("ada");
    StreamName bob = person("bob");
    assertTrue(choice.choose(List.of(ada, bob), loudness::get, name -> 0, now));
    assertEquals(List.of("ada", "bob"), chosen());
    assertEquals(Optional.of(ada), choice.in(0), "the first of two that would like it");
    assertFalse(choose());
    assertEquals(0, listen(ada));
    assertTrue(choice.choose(List.of(bob), loudness::get, name -> 0, now));
    assertEquals(List.of("bob"), chosen());
    assertEquals(Optional.of(bob), choice.in(1), "whoever is there stays where they are");
  }

  @Test
  void letsWhoeverSpeaksInAndKeepsTheLastOnesInSilence() {
    StreamName ada = person("ada");
    person("bob");
    StreamName cem = person("cem");
    StreamName dan = person("dan");
    listen();
    listen(cem);
    listen();
    listen(dan);
    listen(cem);
    assertEquals(List.of("cem", "dan"), chosen());
    assertEquals(0, IntStream.range(0, 10).map(second -> listen()).sum(), "silence");
    listen(ada);
    listen(ada);
    assertTrue(chosen().contains("ada"));
  }

  @Test
  void doesNotFlapWhereMoreSpeakThanThereAreSlots() {
    List<StreamName> all = List.of(person("ada"), person("bob"), person("cem"), person("dan"));
    StreamName[] speaking = all.toArray(StreamName[]::new);
    listen(speaking);
    int changes = IntStream.range(0, 5).map(second -> listen(speaking)).sum();
    assertTrue(changes <= 1, changes + " changes in five seconds");
  }

  @Test
  void leavesNoSlotForEverToThoseWhoSayThatTheyAreLoud() {
    StreamName liar = person("liar");
    StreamName other = person("other");
    StreamName ada = person("ada");
    listen(liar, other);
    assertEquals(List.of("liar", "other"), chosen());
    List<String> heard = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      listen(
          second % 3 == 2 ? new StreamName[] {liar, other} : new StreamName[] {liar, other, ada});
      heard.addAll(chosen());
    }
    assertTrue(heard.contains("ada"));
  }
}
