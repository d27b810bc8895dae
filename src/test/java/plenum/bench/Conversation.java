package plenum.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A room in which somebody says something all the time: so many changes a second altogether, each
 * at a random moment of its slot, by one person after the other in a shuffled order.
 */
final class Conversation {

  /** What a person sends. */
  interface Utterance {
    /**
     * @param round how often everybody spoke before
     */
    String text(Person sender, long round);
  }

  static final int CHANGES_PER_SECOND = 20;
  private static final Duration WARM_UP = seconds("warm-up", 10);
  private static final Duration MEASURED = seconds("measured", 15);
  private static final Duration AFTERWARDS = Duration.ofSeconds(1);

  private final MeasuredServer server;
  private final Crowd crowd;
  private final People people;
  private final Utterance utterance;
  private final List<Participant> speakers;
  private final long slot;
  private final Random random = new Random(20);
  private long said;

  /**
   * @param speakers who speaks; everybody in the crowd listens
   */
  Conversation(
      MeasuredServer server,
      Crowd crowd,
      People people,
      List<Participant> speakers,
      Utterance utterance) {
    this(server, crowd, people, speakers, utterance, CHANGES_PER_SECOND);
  }

  /**
   * @param perSecond changes a second, by all of them
   */
  Conversation(
      MeasuredServer server,
      Crowd crowd,
      People people,
      List<Participant> speakers,
      Utterance utterance,
      int perSecond) {
    this.slot = Duration.ofSeconds(1).toNanos() / perSecond;
    this.server = server;
    this.crowd = crowd;
    this.people = people;
    this.utterance = utterance;
    this.speakers = new ArrayList<>(speakers);
    Collections.shuffle(this.speakers, random);
  }

  /** Warms up, and measures. */
  Cost measure(String what) throws IOException {
    speak(WARM_UP);
    Tally tally = crowd.tally();
    tally.begin();
    Moment before = Moment.of(server);
    speak(MEASURED);
    Moment after = Moment.of(server);
    tally.end();
    crowd.serveFor(AFTERWARDS);
    long expected = tally.sent() * (listeners() - 1);
    return Cost.between(what, crowd.participants().size(), tally, before, after, expected);
  }

  /** Goes on without being measured. */
  void speak(Duration duration) throws IOException {
    long start = System.nanoTime();
    for (long number = 0; number < duration.toNanos() / slot; number++) {
      long at = start + number * slot + (long) (random.nextDouble() * slot);
      while (System.nanoTime() < at) {
        crowd.serve(at);
      }
      Participant speaker = speakers.get((int) (said % speakers.size()));
      crowd.tally().sent(speaker.index());
      speaker.send(utterance.text(people.all().get(speaker.index()), said / speakers.size()));
      said++;
    }
    while (System.nanoTime() < start + duration.toNanos()) {
      crowd.serve(start + duration.toNanos());
    }
  }

  private long listeners() {
    return crowd.participants().stream().filter(Participant::isReading).count();
  }

  private static Duration seconds(String what, int usual) {
    return Duration.ofSeconds(Integer.getInteger("plenum.bench." + what, usual));
  }
}
