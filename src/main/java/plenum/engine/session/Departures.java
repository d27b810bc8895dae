package plenum.engine.session;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import plenum.engine.estimate.Link;
import plenum.engine.estimate.Outlet;
import plenum.engine.estimate.Pacer;
import plenum.engine.estimate.Rank;
import plenum.engine.estimate.RepairLimit;
import plenum.engine.forward.PlayerOutput;
import plenum.engine.forward.PlayerTrack;

/**
 * What leaves over one viewer's way through the network, and when: pictures no faster than the way
 * is believed to carry them, sound at once, and padding while a probe wants it.
 */
final class Departures implements FairQueue.Waiter {

  /** Whoever has to wait for less than that is not left to the next tick. */
  private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Padding for which there is no room is thought of again then. */
  private static final long LATER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** Packets of padding that leave at once at most; more when the alarm rings again. */
  private static final int PADDING_AT_ONCE = 64;

  private static final int LARGEST_PACKET = 1500;

  /** What is for reading is of use a little later, too. */
  private static final long SCREEN_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** On a link that carries next to nothing a page that comes late is better than none. */
  private static final long SCREEN_KEY_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(8);

  /** What viewers have of a budget beside one another, by the {@link Rank} of what waits. */
  private static final int[] WEIGHTS = {4, 2, 1};

  /** A packet that waits is its track's place, what of the track's it is, and its number there. */
  private static final int NUMBER_BITS = 44;

  private static final int AGE_BITS = 8;
  private static final int MOST_TRACKS = 1 << Long.SIZE - 1 - NUMBER_BITS - AGE_BITS;

  private final Link link;
  private final Pacer pacer = new Pacer();
  private final RepairLimit repairs = new RepairLimit();
  private final Alarm alarm;
  private final FairQueue queue;
  private Outlets outlets = Outlets.NONE;

  /** Whether the link would carry what waits, and a budget has no room for it. */
  private boolean waitsForTurn;

  /** Bytes of that, when this was asked last. */
  private long waited;

  private PlayerOutput[] outputs = {};
  private PlayerTrack[] tracks = {};

  /** By track, packets that wait. */
  private int[] waits = {};

  private Rank[] ranks = {};
  private int padding;

  /**
   * @param timer wakes it
   * @param queue for who waits for a budget
   */
  Departures(Link link, Alarm.Timer timer, FairQueue queue) {
    this.link = link;
    this.queue = queue;
    this.alarm = new Alarm(timer, this::attend);
    link.padded(false);
  }

  /** From now on what leaves has to pass these. */
  void limit(Outlets now, long nowNanos) {
    leaveQueue();
    outlets = now;
    release(nowNanos);
  }

  /** One more connection. */
  void add(List<PlayerTrack> added, PlayerOutput output) {
    for (PlayerTrack track : added) {
      int place = find(null);
      if (place < 0 && tracks.length < MOST_TRACKS) {
        place = tracks.length;
        outputs = Arrays.copyOf(outputs, place + 1);
        tracks = Arrays.copyOf(tracks, place + 1);
        waits = Arrays.copyOf(waits, place + 1);
        ranks = Arrays.copyOf(ranks, place + 1);
      }
      if (place >= 0) {
        ranks[place] = Rank.OTHER;
        outputs[place] = output;
        tracks[place] = track;
      }
    }
    link.padded(pads());
  }

  /** From now on that track comes in that order. */
  void rank(PlayerTrack track, Rank rank) {
    int place = find(track);
    if (place >= 0) {
      ranks[place] = rank;
    }
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
    boolean room =
        outlets.none()
            || !outlets.awaited() && outlets.wait(bytes, Outlet.Use.PICTURE, nowNanos) == 0;
    return room && pacer.passes(bytes, nowNanos);
  }

  /** A packet leaves, whatever waits. */
  void leaves(int bytes, long nowNanos) {
    pacer.sent(bytes, nowNanos);
  }

  /** Whether one more packet may be sent again. */
  boolean repeats(int bytes, long nowNanos) {
    return outlets.wait(bytes, Outlet.Use.REPAIR, nowNanos) == 0
        && (link.fresh(nowNanos) || repairs.take(bytes, link.bitrate(), nowNanos));
  }

  /** From sending a packet until the player tells of it, 0 if not known. */
  long roundTripNanos() {
    return link.told() ? (long) (link.roundTripMillis() * 1e6) : 0;
  }

  /** Keeps a packet until it may leave: see {@code PlayerOutput.keep}. */
  boolean keep(PlayerTrack track, long number, int bytes, long nowNanos) {
    int place = find(track);
    long packet = ((long) place << AGE_BITS | track.age()) << NUMBER_BITS | number;
    if (place >= 0 && pacer.keep(packet, bytes, isScreen(place), patience(place), nowNanos)) {
      waits[place]++;
      await(nowNanos);
      return true;
    }
    track.giveUp();
    for (int i = 0; place >= 0 && i < tracks.length; i++) {
      if (waits[i] > 0 && tracks[i] != null && i != place) {
        tracks[i].giveUp();
      }
      waits[i] = 0;
    }
    return false;
  }

  /** As with whatever waits that has the most. */
  private long patience(int added) {
    long patience = Pacer.PATIENCE_NANOS;
    for (int i = 0; i < tracks.length; i++) {
      if ((waits[i] > 0 || i == added) && tracks[i] != null) {
        patience = Math.max(patience, patienceWith(i));
      }
    }
    return patience;
  }

  /** A budget has room for a camera's key frame in time; a link's queue has not. */
  private long patienceWith(int place) {
    boolean key = tracks[place].keyFrameWaits();
    if (isScreen(place)) {
      return key ? SCREEN_KEY_PATIENCE_NANOS : SCREEN_PATIENCE_NANOS;
    }
    return key && !outlets.none() ? Pacer.KEY_PATIENCE_NANOS : Pacer.PATIENCE_NANOS;
  }

  /** Its frames are few and large. */
  private boolean isScreen(int place) {
    return ranks[place] == Rank.SCREEN;
  }

  private boolean keyFrameWaits() {
    for (int i = 0; i < tracks.length; i++) {
      if (waits[i] > 0 && tracks[i] != null && tracks[i].keyFrameWaits()) {
        return true;
      }
    }
    return false;
  }

  /** To be called some times a second, and when feedback has come. */
  void attend(long nowNanos) {
    link.tick(nowNanos);
    pacer.bitrate(link.fresh(nowNanos) ? Double.POSITIVE_INFINITY : link.bitrate());
    if (!waitsForTurn) {
      release(nowNanos);
    }
    boolean padded = pad(nowNanos);
    long probes = Math.max(link.nextNanos(nowNanos), padded ? nowNanos : nowNanos + LATER_NANOS);
    long next = waitsForTurn ? probes : Math.min(pacer.nextNanos(), probes);
    if (next - nowNanos < SOON_NANOS) {
      alarm.at(next, nowNanos);
    }
  }

  /** What may leave now, ahead of nobody, leaves. */
  private void release(long nowNanos) {
    while (!outlets.awaited() && mayLeave(pacer.due(nowNanos), nowNanos)) {
      leave(pacer.poll(nowNanos));
    }
    released(nowNanos);
  }

  private void released(long nowNanos) {
    if (pacer.waiting() == 0) {
      Arrays.fill(waits, 0);
    }
    await(nowNanos);
  }

  private boolean mayLeave(int bytes, long nowNanos) {
    return bytes > 0 && roomNanos(nowNanos) == 0;
  }

  /** For a packet of any size, or small ones would leave for ever ahead of large ones. */
  private long roomNanos(long nowNanos) {
    return outlets.wait(LARGEST_PACKET, Outlet.Use.PICTURE, nowNanos);
  }

  private void leave(long packet) {
    int place = (int) (packet >>> NUMBER_BITS + AGE_BITS);
    waits[place]--;
    if (tracks[place] != null) {
      int age = (int) (packet >>> NUMBER_BITS) & PlayerTrack.MAX_AGE;
      tracks[place].release(age, packet & (1L << NUMBER_BITS) - 1, outputs[place]);
    }
  }

  /** Sees to it that what waits is looked at when it may leave. */
  private void await(long nowNanos) {
    boolean full = !outlets.none() && pacer.due(nowNanos) > 0;
    if (full && !waitsForTurn) {
      waitsForTurn = true;
      outlets.waiting(1);
      queue.add(this, roomNanos(nowNanos), nowNanos);
    } else if (!full) {
      leaveQueue();
      alarm.at(pacer.nextNanos(), nowNanos);
    }
  }

  private void leaveQueue() {
    if (waitsForTurn) {
      waitsForTurn = false;
      outlets.waiting(-1);
      queue.remove(this);
    }
  }

  /** As that of what waits which comes first. */
  @Override
  public int weight() {
    Rank first = Rank.OTHER;
    for (int i = 0; i < tracks.length; i++) {
      first = waits[i] > 0 && ranks[i].compareTo(first) < 0 ? ranks[i] : first;
    }
    return WEIGHTS[first.ordinal()];
  }

  @Override
  public int turn(long nowNanos) {
    int bytes = pacer.due(nowNanos);
    boolean leaves = mayLeave(bytes, nowNanos);
    if (leaves) {
      leave(pacer.poll(nowNanos));
    }
    released(nowNanos);
    return leaves ? bytes : 0;
  }

  @Override
  public long waitNanos(long nowNanos) {
    return roomNanos(nowNanos);
  }

  /**
   * So many more bytes wait for a budget than when this was asked last. What waits behind a key
   * frame does not count, for that comes once: nobody need have less for it.
   */
  long moreWaits() {
    long now = waitsForTurn && !keyFrameWaits() ? pacer.waitingBytes() : 0;
    long more = now - waited;
    waited = now;
    return more;
  }

  /** Whether all padding was sent for which it is time. */
  private boolean pad(long nowNanos) {
    int sent = 0;
    int bytes = link.padding(nowNanos);
    while (bytes > 0 && outlets.wait(bytes, Outlet.Use.PADDING, nowNanos) == 0) {
      if (sent++ == PADDING_AT_ONCE || !padOnce(bytes, nowNanos)) {
        return true;
      }
      bytes = link.padding(nowNanos);
    }
    return bytes == 0;
  }

  /** Takes the tracks in turn, so that each may get some of its packets twice. */
  private boolean padOnce(int bytes, long nowNanos) {
    for (int tries = 0; tries < tracks.length; tries++) {
      int place = padding++ % tracks.length;
      if (tracks[place] != null && tracks[place].pads()) {
        pacer.probed(bytes, nowNanos);
        return tracks[place].pad(bytes, outputs[place]);
      }
    }
    return false;
  }
}
