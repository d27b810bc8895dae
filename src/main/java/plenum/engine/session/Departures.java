package plenum.engine.session;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import plenum.engine.estimate.Link;
import plenum.engine.estimate.Pacer;
import plenum.engine.estimate.RepairLimit;
import plenum.engine.forward.PlayerOutput;
import plenum.engine.forward.PlayerTrack;

/**
 * What leaves over one viewer's way through the network, and when: pictures no faster than the way
 * is believed to carry them, sound at once, and padding while a probe wants it.
 */
final class Departures {

  /** Whoever has to wait for less than that is not left to the next tick. */
  private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Packets of padding that leave at once at most; more when the alarm rings again. */
  private static final int PADDING_AT_ONCE = 64;

  /** A packet that waits is its track's place, what of the track's it is, and its number there. */
  private static final int NUMBER_BITS = 44;

  private static final int AGE_BITS = 8;
  private static final int MOST_TRACKS = 1 << Long.SIZE - 1 - NUMBER_BITS - AGE_BITS;

  private final Link link;
  private final Pacer pacer = new Pacer();
  private final RepairLimit repairs = new RepairLimit();
  private final Alarm alarm;
  private PlayerOutput[] outputs = {};
  private PlayerTrack[] tracks = {};
  private boolean[] waits = {};
  private int padding;

  /**
   * @param timer wakes it
   */
  Departures(Link link, Alarm.Timer timer) {
    this.link = link;
    this.alarm = new Alarm(timer, this::attend);
    link.padded(false);
  }

  /** One more connection, whose packets are numbered. */
  void add(List<PlayerTrack> added, PlayerOutput output) {
    for (PlayerTrack track : added) {
      int place = find(null);
      if (place < 0 && tracks.length < MOST_TRACKS) {
        place = tracks.length;
        outputs = Arrays.copyOf(outputs, place + 1);
        tracks = Arrays.copyOf(tracks, place + 1);
        waits = Arrays.copyOf(waits, place + 1);
      }
      if (place >= 0) {
        outputs[place] = output;
        tracks[place] = track;
      }
    }
    link.padded(pads());
  }

  /** A connection has ended; what waits for it never leaves. */
  void remove(PlayerOutput output) {
    for (int i = 0; i < outputs.length; i++) {
      if (outputs[i] == output) {
        outputs[i] = null;
        tracks[i] = null;
      }
    }
    link.padded(pads());
  }

  private boolean pads() {
    for (PlayerTrack track : tracks) {
      if (track != null && track.pads()) {
        return true;
      }
    }
    return false;
  }

  private int find(PlayerTrack track) {
    for (int i = 0; i < tracks.length; i++) {
      if (tracks[i] == track) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a packet of so many bytes on the link may leave now. */
  boolean passes(int bytes, long nowNanos) {
    return pacer.passes(bytes, nowNanos);
  }

  /** A packet leaves, whatever waits. */
  void leaves(int bytes, long nowNanos) {
    pacer.sent(bytes, nowNanos);
  }

  /** Whether one more packet may be sent again. */
  boolean repeats(int bytes, long nowNanos) {
    return link.fresh(nowNanos) || repairs.take(bytes, link.bitrate(), nowNanos);
  }

  /** From sending a packet until the player tells of it, 0 if not known. */
  long roundTripNanos() {
    return link.told() ? (long) (link.roundTripMillis() * 1e6) : 0;
  }

  /** Keeps a packet until it may leave: see {@code PlayerOutput.keep}. */
  boolean keep(PlayerTrack track, long number, int bytes, long nowNanos) {
    int place = find(track);
    long packet = ((long) place << AGE_BITS | track.age()) << NUMBER_BITS | number;
    if (place >= 0 && pacer.keep(packet, bytes, nowNanos)) {
      waits[place] = true;
      alarm.at(pacer.nextNanos(), nowNanos);
      return true;
    }
    track.giveUp();
    for (int i = 0; place >= 0 && i < tracks.length; i++) {
      if (waits[i] && tracks[i] != null && i != place) {
        tracks[i].giveUp();
      }
      waits[i] = false;
    }
    return false;
  }

  /** To be called some times a second, and when feedback has come. */
  void attend(long nowNanos) {
    link.tick(nowNanos);
    pacer.bitrate(link.fresh(nowNanos) ? Double.POSITIVE_INFINITY : link.bitrate());
    release(nowNanos);
    pad(nowNanos);
    long next = Math.min(pacer.nextNanos(), link.nextNanos(nowNanos));
    if (next - nowNanos < SOON_NANOS) {
      alarm.at(next, nowNanos);
    }
  }

  private void release(long nowNanos) {
    for (long next = pacer.poll(nowNanos); next != Pacer.NONE; next = pacer.poll(nowNanos)) {
      int place = (int) (next >>> NUMBER_BITS + AGE_BITS);
      if (tracks[place] != null) {
        int age = (int) (next >>> NUMBER_BITS) & PlayerTrack.MAX_AGE;
        tracks[place].release(age, next & (1L << NUMBER_BITS) - 1, outputs[place]);
      }
    }
    if (pacer.waiting() == 0) {
      Arrays.fill(waits, false);
    }
  }

  private void pad(long nowNanos) {
    int sent = 0;
    int bytes = link.padding(nowNanos);
    while (bytes > 0 && sent++ < PADDING_AT_ONCE && padOnce(bytes, nowNanos)) {
      bytes = link.padding(nowNanos);
    }
  }

  /** Takes the tracks in turn, so that each may get some of its packets twice. */
  private boolean padOnce(int bytes, long nowNanos) {
    for (int tries = 0; tries < tracks.length; tries++) {
      int place = padding++ % tracks.length;
      if (tracks[place] != null && tracks[place].pads()) {
        pacer.sent(bytes, nowNanos);
        return tracks[place].pad(bytes, outputs[place]);
      }
    }
    return false;
  }
}
