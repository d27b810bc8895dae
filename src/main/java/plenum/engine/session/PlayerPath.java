package plenum.engine.session;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.engine.Shortage;
import plenum.engine.estimate.Rank;
import plenum.engine.estimate.ReportedLink;
import plenum.engine.forward.PlayerOutput;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.rtcp.ReceiverEstimate;
import plenum.engine.rtcp.ReceiverReport;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.TransportFeedback;

/**
 * The way from a session to who plays: what is sent is numbered, leaves when the way carries it,
 * and what the player tells of it is taken, if it has offered to.
 */
final class PlayerPath implements PlayerOutput {

  private final SessionIdentity identity;
  private final PlayerOutput wire;
  private final Links links;
  private final LongSupplier clock;
  private List<PlayerTrack> tracks = List.of();
  private final Map<PlayerTrack, Rank> carried = new LinkedHashMap<>();
  private final Map<PlayerTrack, Shortage> shortages = new HashMap<>();
  private Optional<PlayerLink> link = Optional.empty();

  /** Null while packets have no numbers: this is asked for each of them. */
  private TransportNumbers numbers;

  /** Null where packets do not tell when they left. */
  private SendTimes times;

  /** Null before it is connected. */
  private Departures departures;

  /** Null while packets have numbers, and where nothing is found out. */
  private ReportedLink reported;

  PlayerPath(Session session, Links links) {
    this(session.identity(), session, links, System::nanoTime);
  }

  /**
   * @param identity of the session
   * @param wire encrypts and sends
   * @param clock tells the time
   */
  PlayerPath(SessionIdentity identity, PlayerOutput wire, Links links, LongSupplier clock) {
    this.identity = identity;
    this.wire = wire;
    this.links = links;
    this.clock = clock;
  }

  /** All that the player may be sent; to be told once, before it is connected. */
  void carriesOf(List<PlayerTrack> all) {
    tracks = List.copyOf(all);
  }

  /** The same. */
  List<PlayerTrack> tracks() {
    return tracks;
  }

  /** From now on that track has something to carry, and comes in that order. */
  void carry(PlayerTrack track, Rank rank) {
    if (carried.put(track, rank) == null) {
      hold(track);
    }
    if (departures != null) {
      departures.rank(track, rank);
    }
  }

  /** Where something limits what is sent, a picture waits until it has its share. */
  private void hold(PlayerTrack track) {
    if (track.isVideo() && link.filter(PlayerLink::isLimited).isPresent()) {
      track.cap(0);
    }
  }

  /** That track has nothing to carry any more. */
  void carryNothing(PlayerTrack track) {
    carried.remove(track);
    shortages.remove(track);
    track.cap(Integer.MAX_VALUE);
  }

  /** The tracks that have something to carry. */
  Map<PlayerTrack, Rank> carried() {
    return carried;
  }

  /** Why the track's picture is not sent as it is wanted; null if it is. */
  void shortage(PlayerTrack track, Shortage why) {
    if (why == null) {
      shortages.remove(track);
    } else {
      shortages.put(track, why);
    }
  }

  /** Whether some picture is not sent as it is wanted. */
  boolean isShort() {
    return !shortages.isEmpty();
  }

  /** Why the track's picture is not sent as it is wanted; empty if it is. */
  Optional<Shortage> shortage(PlayerTrack track) {
    return Optional.ofNullable(shortages.get(track));
  }

  /** Media can be sent. */
  void connected(long nowNanos) {
    PlayerLink way = links.obtain(identity, nowNanos);
    way.add(this);
    departures = way.departures();
    link = Optional.of(way);
    carried.forEach(departures::rank);
    carried.keySet().forEach(this::hold);
    if (links.estimates() && tracks.stream().anyMatch(PlayerTrack::extended)) {
      numbers = new TransportNumbers(way.open(), tracks);
    } else if (links.estimates()) {
      reported =
          new ReportedLink(tracks.stream().map(PlayerTrack::ssrc).collect(toSet()), nowNanos);
    }
    if (numbers == null && tracks.stream().anyMatch(PlayerTrack::timed)) {
      times = new SendTimes(tracks);
    }
  }

  @Override
  public boolean passes(int len, long nowNanos) {
    count(len, true);
    return departures == null || departures.passes(len + TransportNumbers.OVERHEAD, nowNanos);
  }

  @Override
  public void leaves(int len, long nowNanos) {
    count(len, false);
    if (departures != null) {
      departures.leaves(len + TransportNumbers.OVERHEAD, nowNanos);
    }
  }

  /** What is sent again is not counted: it is no more than was wanted. */
  private void count(int len, boolean picture) {
    if (reported != null) {
      reported.sent(len, picture);
    }
  }

  @Override
  public boolean repeats(int len, long nowNanos) {
    int bytes = len + TransportNumbers.OVERHEAD;
    return (reported == null || reported.repeats(bytes, nowNanos))
        && (departures == null || departures.repeats(bytes, nowNanos));
  }

  @Override
  public long roundTripNanos() {
    return departures == null ? 0 : departures.roundTripNanos();
  }

  @Override
  public boolean keep(PlayerTrack of, long sequence, int len, long nowNanos) {
    return departures.keep(of, sequence, len + TransportNumbers.OVERHEAD, nowNanos);
  }

  @Override
  public void rtcp(byte[] compound) {
    wire.rtcp(compound);
  }

  @Override
  public void rtp(byte[] b, int off, int len) {
    if (mayLeave(b, off, len)) {
      wire.rtp(b, off, len);
    }
  }

  private boolean mayLeave(byte[] b, int off, int len) {
    if (numbers != null) {
      return numbers.number(b, off, len, clock.getAsLong());
    }
    return times == null || times.write(b, off, clock.getAsLong());
  }

  /** The player tells of its link, in one of these ways; another packet is none of the link's. */
  void told(Rtcp packet, long nowNanos) {
    if (packet instanceof TransportFeedback feedback) {
      feedback(feedback, nowNanos);
    } else if (packet instanceof ReceiverReport report) {
      report(report, nowNanos);
    } else if (packet instanceof ReceiverEstimate estimate) {
      estimate(estimate, nowNanos);
    }
  }

  /** The player tells what has arrived. */
  private void feedback(TransportFeedback feedback, long nowNanos) {
    if (numbers != null) {
      numbers.flow().feedback(feedback, nowNanos);
      departures.attend(nowNanos);
    }
  }

  /** The player tells what it lost. */
  private void report(ReceiverReport report, long nowNanos) {
    if (reported != null) {
      reported.report(report.blocks(), nowNanos);
    }
  }

  /** The player tells what it believes that its link carries. */
  private void estimate(ReceiverEstimate estimate, long nowNanos) {
    if (reported != null) {
      reported.estimate(estimate.bitrate(), estimate.sources(), nowNanos);
    }
  }

  /** What this connection carries as far as its player's reports tell, in bit/s. */
  long reported() {
    return reported == null ? ReportedLink.ENDLESS : reported.bitrate();
  }

  void ended() {
    if (numbers != null) {
      numbers.flow().close();
    }
    link.ifPresent(way -> way.remove(this));
    link = Optional.empty();
  }
}
