package plenum.media.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.media.Place;
import plenum.media.node.NodeAnswer;

/**
 * Who publishes and who plays one open stream, as far as tickets tell; guarded by the lock of
 * {@link Streams}. A node does not report the end of a player, so some of the sessions may be over.
 * The embedded engine could tell who plays what, but SRS could not, and people are sent away alike
 * from both.
 */
final class OpenStream {

  /** A page needs one; the others may be what its broken connections left behind. */
  static final int PLAYERS_OF_A_PERSON = 8;

  /** What of a stream nobody gets. */
  record Held(boolean sound, boolean picture) {
    static final Held NOTHING = new Held(false, false);
  }

  private final Place place;
  private final boolean ofDevice;
  private Held held = Held.NOTHING;
  private Optional<Streams.Publishing> publishing = Optional.empty();
  private final Map<String, Deque<NodeAnswer>> players = new HashMap<>();

  /**
   * @param ofDevice whether its publisher keeps one ticket and uses it again
   */
  OpenStream(Place place, boolean ofDevice) {
    this.place = place;
    this.ofDevice = ofDevice;
  }

  Place place() {
    return place;
  }

  boolean ofDevice() {
    return ofDevice;
  }

  Optional<Streams.Publishing> publishing() {
    return publishing;
  }

  void publishedBy(Streams.Publishing now) {
    publishing = Optional.of(now);
  }

  Held held() {
    return held;
  }

  void hold(Held now) {
    held = now;
  }

  /**
   * Remembers a player.
   *
   * @return the oldest of the same person when there are too many: it is to be ended
   */
  Optional<NodeAnswer> playedBy(String personId, NodeAnswer session) {
    Deque<NodeAnswer> own = players.computeIfAbsent(personId, id -> new ArrayDeque<>(1));
    own.addLast(new NodeAnswer(session.session(), session.token(), "")); // Its SDP is of no use.
    return own.size() > PLAYERS_OF_A_PERSON ? Optional.of(own.removeFirst()) : Optional.empty();
  }

  /** Forgets the person's players, which are to be ended. */
  List<NodeAnswer> sendAway(String personId) {
    Deque<NodeAnswer> own = players.remove(personId);
    return own == null ? List.of() : List.copyOf(own);
  }
}
