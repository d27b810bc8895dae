package plenum.engine.session;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import plenum.engine.StreamName;
import plenum.engine.session.SessionIdentity.Purpose;

/**
 * On which loop each place and its streams live: on that which had least to do when its first
 * session came, and on that until its last one has gone. Thread-safe; asked when sessions come and
 * go.
 */
final class Homes {

  /** A place: its loop, and who is there. */
  private static final class Home {
    private final String name;
    private final int loop;
    private final int[] sessions = new int[Purpose.values().length];

    Home(String name, int loop) {
      this.name = name;
      this.loop = loop;
    }

    int of(Purpose purpose) {
      return sessions[purpose.ordinal()];
    }

    boolean empty() {
      return IntStream.of(sessions).sum() == 0;
    }

    /** Streams that are received or sent: a receiver may be sent all that are published. */
    long load() {
      long published = of(Purpose.PUBLISH);
      return published + of(Purpose.PLAY) + of(Purpose.RECEIVE) * Math.max(1, published);
    }
  }

  /** A stream, or a receiver by its name: as long as it has sessions it stays there. */
  private static final class Member {
    private final Home home;
    private int sessions;

    Member(Home home) {
      this.home = home;
    }
  }

  private final int loops;
  private final Map<String, Home> places = new HashMap<>();
  private final Map<StreamName, Member> members = new HashMap<>();

  /**
   * @param loops how many there are
   */
  Homes(int loops) {
    this.loops = loops;
  }

  /**
   * A session comes; {@link #leave} takes it back.
   *
   * @param place where the stream is, unless it has sessions and so is somewhere already
   * @return its loop
   */
  synchronized int enter(StreamName stream, Purpose purpose, Optional<String> place) {
    Member member =
        members.computeIfAbsent(
            stream, added -> new Member(place(place.orElse(stream.url()), place.isPresent())));
    member.sessions++;
    member.home.sessions[purpose.ordinal()]++;
    return member.home.loop;
  }

  /** Names of places and of streams are not each other's. */
  private Home place(String name, boolean named) {
    return places.computeIfAbsent((named ? "=" : "") + name, key -> new Home(key, idlest()));
  }

  private int idlest() {
    long[] load = new long[loops];
    places.values().forEach(home -> load[home.loop] += home.load());
    return IntStream.range(0, loops)
        .boxed()
        .min(Comparator.comparingLong(loop -> load[loop]))
        .orElseThrow();
  }

  /** A session that entered has gone. */
  synchronized void leave(StreamName stream, Purpose purpose) {
    Member member = members.get(stream);
    Home home = member.home;
    home.sessions[purpose.ordinal()]--;
    if (--member.sessions == 0) {
      members.remove(stream);
    }
    if (home.empty()) {
      places.remove(home.name);
    }
  }

  /** The loop of a stream that has sessions. */
  synchronized Optional<Integer> of(StreamName stream) {
    return Optional.ofNullable(members.get(stream)).map(member -> member.home.loop);
  }

  /** How many places there are. */
  synchronized int count() {
    return places.size();
  }
}
