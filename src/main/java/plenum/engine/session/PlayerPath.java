package plenum.engine.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.engine.estimate.Rank;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.rtcp.TransportFeedback;

/**
 * The way from a session to who plays: what is sent is numbered, and what the player tells of it is
 * taken, if it has offered to.
 */
final class PlayerPath {

  private final Session session;
  private final Links links;
  private final List<PlayerTrack> tracks;
  private final Map<PlayerTrack, Rank> carried = new LinkedHashMap<>();
  private Optional<PlayerLink> link = Optional.empty();

  /** Null while packets have no numbers: this is asked for each of them. */
  private TransportNumbers numbers;

  PlayerPath(Session session, Links links, List<PlayerTrack> tracks) {
    this.session = session;
    this.links = links;
    this.tracks = List.copyOf(tracks);
  }

  /** From now on that track has something to carry, and comes in that order. */
  void carry(PlayerTrack track, Rank rank) {
    carried.put(track, rank);
  }

  /** That track has nothing to carry any more. */
  void carryNothing(PlayerTrack track) {
    carried.remove(track);
    track.cap(Integer.MAX_VALUE);
  }

  /** The tracks that have something to carry. */
  Map<PlayerTrack, Rank> carried() {
    return carried;
  }

  /** Media can be sent. */
  void connected(long nowNanos) {
    if (tracks.stream().anyMatch(PlayerTrack::extended)) {
      link = links.obtain(session.identity(), nowNanos);
      numbers = link.map(way -> new TransportNumbers(way.open(this), tracks)).orElse(null);
    }
  }

  /** Sends an RTP packet. */
  void send(byte[] b, int off, int len) {
    if (numbers == null || numbers.number(b, off, len, System.nanoTime())) {
      session.sendRtp(b, off, len);
    }
  }

  /** The player tells what has arrived. */
  void feedback(TransportFeedback feedback, long nowNanos) {
    if (numbers != null) {
      numbers.flow().feedback(feedback, nowNanos);
    }
  }

  void ended() {
    link.ifPresent(way -> way.close(this, numbers.flow()));
    link = Optional.empty();
  }
}
