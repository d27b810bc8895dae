package plenum.media.stream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import plenum.media.MediaRefusal;
import plenum.media.StreamId;

/**
 * Who gets which stream over plain HTTP, the oldest first. Thread-safe.
 *
 * <p>Not to be mixed up with a {@link NodeOffer#viewer}, whom the embedded engine knows of its
 * players: these here are no sessions of a node, and the engine has none of them (HTTP-FLV and HLS
 * come from SRS). Who plays by WebRTC is in {@link OpenStream}, for SRS cannot tell it either.
 */
final class Viewers {

  /** A page needs one; the others may be what its broken connections left behind. */
  static final int OF_A_PERSON = 8;

  private final Set<Viewer> viewers = new LinkedHashSet<>();

  /**
   * Adds a viewer.
   *
   * @return the oldest of the same person when there are too many: it is to be ended
   * @throws MediaRefusal {@code TOO_MANY_VIEWERS} when there are {@code most} already
   */
  synchronized Optional<Viewer> add(Viewer viewer, int most) {
    List<Viewer> own = with(other -> isSamePerson(other, viewer));
    Optional<Viewer> surplus =
        own.size() < OF_A_PERSON ? Optional.empty() : Optional.of(own.get(0));
    if (surplus.isEmpty()) {
      requireRoom(most);
    }
    surplus.ifPresent(viewers::remove);
    viewers.add(viewer);
    return surplus;
  }

  /**
   * @throws MediaRefusal {@code TOO_MANY_VIEWERS} when one more would be too many
   */
  synchronized void requireRoom(int most) {
    if (viewers.size() >= most) {
      throw new MediaRefusal(MediaRefusal.Reason.TOO_MANY_VIEWERS, "too-many-viewers", most);
    }
  }

  synchronized void remove(Viewer viewer) {
    viewers.remove(viewer);
  }

  /** Everybody who views the stream. */
  synchronized List<Viewer> of(StreamId stream) {
    return with(viewer -> viewer.stream().equals(stream));
  }

  /** What this person has of the stream. */
  synchronized List<Viewer> of(StreamId stream, String personId) {
    return with(viewer -> viewer.stream().equals(stream) && viewer.personId().equals(personId));
  }

  private List<Viewer> with(Predicate<Viewer> condition) {
    return viewers.stream().filter(condition).toList();
  }

  /** Where the doors are open nobody is known. */
  private static boolean isSamePerson(Viewer one, Viewer other) {
    return !one.personId().isEmpty() && one.personId().equals(other.personId());
  }
}
