package plenum.engine.session;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import plenum.engine.StreamName;
import plenum.engine.estimate.EstimateSettings;
import plenum.engine.estimate.Rank;
import plenum.engine.estimate.SimulatedLink;
import plenum.engine.estimate.SimulatedReceiver;
import plenum.engine.estimate.SiteBudget;
import plenum.engine.forward.Kind;
import plenum.engine.forward.LayerId;
import plenum.engine.forward.PayloadTypes;
import plenum.engine.forward.Player;
import plenum.engine.forward.PlayerOutput;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.forward.Source;
import plenum.engine.forward.SourceCodec;
import plenum.engine.forward.Stream;
import plenum.engine.forward.TrackId;
import plenum.engine.rtcp.ReceiverReport;
import plenum.engine.rtcp.ReportBlock;
import plenum.engine.rtp.Rtp;

/**
 * A viewer of some cameras with their sound, the first of which is shown large, behind a simulated
 * link in deterministic time: forwarding, numbering, sharing, pacing and probing are the real ones.
 */
final class SimulatedViewer implements PlayerOutput {

  static final long MILLI = 1_000_000;

  private static final int EXTENSION = 3;
  private static final int REPAIRS = 0x10000;
  private static final int SOUND = 0x20000;
  private static final int OVERHEAD = 44;
  private static final int MTU = 1100;
  private static final LayerId AUDIO = LayerId.first(new TrackId(Kind.AUDIO, 0));

  private static final int[][] ENCODINGS = Habits.ENCODINGS;

  private record Task(long nanos, Runnable what) {}

  /** A publisher. */
  private final class Camera {
    final Stream stream = new Stream();
    final int[] sequences = new int[ENCODINGS.length];
    final boolean[] key = new boolean[ENCODINGS.length];
    final Player player;
    final PlayerTrack picture;
    final Source source;
    Habits habits = Habits.HONEST;
    final TreeSet<Integer> missing = new TreeSet<>();
    final Decoding decoding = new Decoding();
    int newest = -1;
    int received;
    long reported;
    int frames;
    int sounds;
    int height;
    long shownNanos;
    long longestFreeze;
    int shown;

    Camera(int number) {
      picture = new PlayerTrack(new TrackId(Kind.VIDEO, 0), number, codec -> 96);
      if (numbered) {
        picture.extend(EXTENSION);
      }
      if (repairing) {
        picture.repairAs(REPAIRS + number, type -> type == 96 ? 97 : PayloadTypes.NONE);
      }
      PlayerTrack sound = new PlayerTrack(new TrackId(Kind.AUDIO, 0), SOUND + number, c -> 111);
      if (numbered) {
        sound.extend(EXTENSION);
      }
      picture.want(number == 0 ? 720 : 180);
      player = new Player("cname", List.of(sound, picture), path);
      Map<LayerId, List<SourceCodec>> codecs = new TreeMap<>();
      codecs.put(AUDIO, List.of(new SourceCodec(111, "opus", "", 48_000)));
      for (int i = 0; i < ENCODINGS.length; i++) {
        codecs.put(layer(i), List.of(new SourceCodec(96, "VP8", "", 90_000)));
      }
      source = new Source(codecs, wanted -> key[wanted.number()] = true);
      stream.publish(source);
    }

    LayerId layer(int i) {
      return new LayerId(new TrackId(Kind.VIDEO, 0), i);
    }

    void frame() {
      int n = frames++;
      for (int i = 0; i < ENCODINGS.length; i++) {
        boolean isKey = habits.key(n) || key[i];
        int bytes = habits.bytes(i, n, isKey);
        key[i] &= bytes == 0;
        for (int sent = 0; sent < bytes; sent += MTU) {
          boolean first = sent == 0;
          int size = Math.min(MTU, bytes - sent);
          byte[] packet = picture(i, n, isKey, first, sent + size >= bytes, size);
          receive(layer(i), Decoding.mark(packet, isKey, (bytes + MTU - 1) / MTU));
        }
      }
      stream.flush(now);
    }

    private byte[] picture(int i, int n, boolean isKey, boolean first, boolean last, int size) {
      byte[] payload = new byte[Math.max(20, size)];
      int temporal = habits.temporal(n, isKey);
      byte[] head = {
        (byte) (first ? 0x90 : 0x80),
        (byte) 0xe0,
        (byte) (0x80 | n >> 8 & 0x7f),
        (byte) n,
        (byte) (n / 4),
        (byte) (temporal << 6 | 0x20),
        (byte) (isKey ? 0 : 1),
        0,
        0,
        (byte) 0x9d,
        0x01,
        0x2a,
        0,
        5,
        (byte) habits.height(i, n),
        (byte) (habits.height(i, n) >> 8)
      };
      System.arraycopy(head, 0, payload, 0, head.length);
      payload[payload.length - 1] = (byte) i;
      return rtp(96, last, sequences[i]++, 3000 * n, 500 + i, payload);
    }

    void sound() {
      int n = sounds++;
      receive(AUDIO, rtp(111, true, n, 960 * n, 400, new byte[96]));
      stream.flush(now);
    }

    private void receive(LayerId layer, byte[] packet) {
      stream.receive(source, layer, packet, 0, packet.length, now);
    }

    /** What the viewer's end makes of a packet. */
    void arrived(byte[] b) {
      int number = Rtp.sequence(b, 0);
      received++;
      if (newest >= 0) {
        for (int n = newest + 1 & 0xffff; (short) (number - n) > 0; n = n + 1 & 0xffff) {
          missing.add(n);
        }
      }
      newest = newest < 0 || (short) (number - newest) > 0 ? number : newest;
      missing.remove(number);
      decoding.arrived(number, b, now);
      if (Rtp.marker(b, 0)) {
        shown++;
        height = ENCODINGS[b[b.length - 1]][0];
        long gap = shownNanos == 0 ? 0 : now - shownNanos;
        longestFreeze = Math.max(longestFreeze, gap);
        shownNanos = now;
      }
    }

    /** As of RFC 3550, appendix A.3, of fewer than 65,536 packets. */
    ReportBlock report() {
      long expected = reported == 0 ? 0 : newest - reported;
      int lost = (int) Math.max(0, expected - received);
      int fraction = expected <= 0 ? 0 : (int) (256 * lost / expected);
      reported = Math.max(0, newest);
      received = 0;
      return new ReportBlock(picture.ssrc(), fraction, 0, reported, 0, 0, 0);
    }

    /** A decoder that goes on with nothing that comes wants to begin anew. */
    void askAnew() {
      if (asksAnew && decoding.isStuck(now)) {
        stream.keyFrameWanted(player, picture.ssrc(), now);
      }
    }

    void askAgain() {
      missing.removeIf(n -> (short) (newest - n) > 500);
      if (!missing.isEmpty()) {
        stream.retransmit(player, picture.ssrc(), List.copyOf(missing), now);
      }
    }
  }

  private final SimulatedLink network;
  private final SimulatedReceiver receiver;
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>((a, b) -> Long.compare(a.nanos, b.nanos));
  private final Links links;

  /** Whether nobody else uses its links. */
  private final boolean own;

  private final Outlets outlets;
  private final PlayerPath path;
  private final List<Camera> cameras = new ArrayList<>();
  private final boolean repairing;
  private final boolean numbered;
  private final List<Long> waits = new ArrayList<>();
  private long now = MILLI;
  private long soundsLate;
  private long soundsLost;
  private long soundGap;
  private long soundNanos;
  private boolean sounding;
  private boolean asksAnew;
  long padding;
  long sentBytes;

  SimulatedViewer(SimulatedLink network, int count, boolean repairing) {
    this(network, count, repairing, true);
  }

  /** A viewer that tells once a second what it lost, and nothing else. */
  static SimulatedViewer reporting(SimulatedLink network, int count) {
    return new SimulatedViewer(network, count, false, false);
  }

  /**
   * A viewer of one of several on the same media loop, where these limits hold.
   *
   * @param links of that loop: who has made them ticks them, and runs their timers
   * @param id tells the viewer from the others
   */
  static SimulatedViewer limited(
      SimulatedLink network, int count, Links links, String id, Outlets outlets) {
    return new SimulatedViewer(network, count, true, true, links, id, outlets);
  }

  private SimulatedViewer(SimulatedLink network, int count, boolean repairing, boolean numbered) {
    this(network, count, repairing, numbered, null, "1", Outlets.NONE);
  }

  private SimulatedViewer(
      SimulatedLink network,
      int count,
      boolean repairing,
      boolean numbered,
      Links shared,
      String id,
      Outlets outlets) {
    this.network = network;
    this.repairing = repairing;
    this.numbered = numbered;
    this.receiver = new SimulatedReceiver(network.delayNanos(), 4711 * MILLI);
    InetAddress address = InetAddress.getLoopbackAddress();
    SessionIdentity identity =
        new SessionIdentity(
            id,
            "token",
            "local",
            "remote",
            new StreamName("live", "x"),
            SessionIdentity.Purpose.PLAY,
            Optional.empty(),
            address,
            address,
            Instant.EPOCH);
    own = shared == null;
    links =
        own
            ? new Links(Optional.of(EstimateSettings.defaults()), this::after, new SiteBudget())
            : shared;
    this.outlets = outlets;
    path = new PlayerPath(identity, this, links, this::nanos);
    IntStream.range(0, count).forEach(i -> cameras.add(new Camera(i)));
    path.carriesOf(cameras.stream().flatMap(c -> c.player.tracks().stream()).toList());
    for (int i = 0; i < count; i++) {
      Rank rank = i == 0 ? Rank.SPEAKER : Rank.OTHER;
      cameras.get(i).player.tracks().forEach(track -> path.carry(track, rank));
    }
    path.connected(now);
    cameras.forEach(camera -> camera.stream.add(camera.player, now));
  }

  private void after(Duration delay, LongConsumer task) {
    tasks.add(new Task(now + delay.toNanos(), () -> task.accept(now)));
  }

  private long nanos() {
    return now;
  }

  private static byte[] rtp(int type, boolean marker, int seq, int time, int ssrc, byte[] data) {
    return ByteBuffer.allocate(12 + data.length)
        .put((byte) 0x80)
        .put((byte) (marker ? type | 0x80 : type))
        .putShort((short) seq)
        .putInt(time)
        .putInt(ssrc)
        .put(data)
        .array();
  }

  void run(double seconds) {
    long end = now + (long) (seconds * 1e9);
    while (now < end) {
      step();
    }
  }

  /** A millisecond passes. */
  void step() {
    work();
    now += MILLI;
  }

  private void work() {
    while (!tasks.isEmpty() && tasks.peek().nanos <= now) {
      tasks.remove().what.run();
    }
    receiver.poll(now).ifPresent(feedback -> path.told(feedback, now));
    long millis = now / MILLI;
    if (millis % 20 == 0) {
      sounding = true;
      cameras.forEach(Camera::sound);
      sounding = false;
      cameras.forEach(camera -> camera.stream.tick(now));
    }
    for (int i = 0; i < cameras.size(); i++) {
      if ((millis + 5L * i) % 33 == 0) {
        cameras.get(i).frame();
      }
    }
    if (millis % 50 == 0 && own) {
      links.tick(now);
    }
    if (millis % 1000 == 11 && !numbered) {
      List<ReportBlock> blocks = cameras.stream().map(Camera::report).toList();
      path.told(new ReceiverReport(1, blocks), now);
    }
    if (millis % 100 == 7) {
      cameras.forEach(Camera::askAgain);
      cameras.forEach(Camera::askAnew);
    }
  }

  @Override
  public void rtp(byte[] b, int off, int len) {
    byte[] packet = java.util.Arrays.copyOfRange(b, off, off + len);
    int ssrc = Rtp.ssrc(packet, 0);
    sentBytes += len + OVERHEAD;
    outlets.sent(len + OVERHEAD, now);
    padding += (packet[0] & 0x20) != 0 ? len : 0;
    waits.add(network.waitNanos(now) / MILLI);
    long arrival = network.send(len + OVERHEAD, now);
    if (ssrc >= SOUND && !sounding) {
      soundsLate++;
    }
    if (arrival != SimulatedLink.LOST) {
      if (numbered) {
        int at = Rtp.extension(packet, 0, len, EXTENSION);
        receiver.send((packet[at] & 0xff) << 8 | packet[at + 1] & 0xff, arrival);
      }
      tasks.add(new Task(arrival, () -> arrived(packet, ssrc)));
    } else if (ssrc >= SOUND) {
      soundsLost++;
    }
  }

  private void arrived(byte[] packet, int ssrc) {
    if (ssrc == SOUND) {
      soundGap = Math.max(soundGap, soundNanos == 0 ? 0 : now - soundNanos);
      soundNanos = now;
    } else if (ssrc < REPAIRS) {
      cameras.get(ssrc).arrived(packet);
    } else if (ssrc < SOUND && (packet[0] & 0x20) == 0) {
      int header = Rtp.headerLength(packet, 0, packet.length);
      int lost = (packet[header] & 0xff) << 8 | packet[header + 1] & 0xff;
      cameras.get(ssrc - REPAIRS).missing.remove(lost);
      cameras.get(ssrc - REPAIRS).decoding.arrived(lost, packet, now);
    }
  }

  @Override
  public void rtcp(byte[] compound) {}

  /** Nanoseconds, from some beginning. */
  long now() {
    return now;
  }

  /** Its way, which others do not share. */
  Links links() {
    return links;
  }

  /** From now on a camera sends and says that. */
  void be(int camera, Habits habits) {
    cameras.get(camera).habits = habits;
  }

  /** From now on one of them is a screen, which is wanted as large as it is. */
  void share(int camera, Habits habits) {
    asksAnew = true;
    be(camera, habits);
    cameras.get(camera).picture.want(1080);
    path.carry(cameras.get(camera).picture, Rank.SCREEN);
  }

  /** What became of a camera's frames at the viewer's decoder. */
  Decoding decoding(int camera) {
    return cameras.get(camera).decoding;
  }

  /** How many cameras it is shown. */
  int cameras() {
    return cameras.size();
  }

  /** The height of a camera's picture, as it arrived last. */
  int height(int camera) {
    return cameras.get(camera).height;
  }

  /** Goes on until a camera's picture is so high; the seconds that this took, at most so many. */
  double until(int camera, int height, double seconds) {
    long begun = now;
    while (height(camera) != height && now - begun < seconds * 1e9) {
      run(0.01);
    }
    return (now - begun) / 1e9;
  }

  long waited95() {
    List<Long> sorted = waits.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * 0.95));
  }

  /** Sounds that were not sent when they came. */
  long soundsLate() {
    return soundsLate;
  }

  /** Sounds that did not arrive. */
  long soundsLost() {
    return soundsLost;
  }

  long longestSoundGapMillis() {
    return soundGap / MILLI;
  }

  long longestFreezeMillis(int camera) {
    return cameras.get(camera).longestFreeze / MILLI;
  }

  /** Frames of a camera that arrived. */
  int shown(int camera) {
    return cameras.get(camera).shown;
  }

  PlayerTrack picture(int camera) {
    return cameras.get(camera).picture;
  }

  /** What so many ticks allocate, in which nothing comes and nothing is told. */
  long allocatedByTicks(int count) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < count; i++) {
      now += 100 * MILLI;
      links.tick(now);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** Statistics begin anew. */
  void forget() {
    waits.clear();
    soundGap = 0;
    padding = 0;
    sentBytes = 0;
    cameras.forEach(
        camera -> {
          camera.longestFreeze = 0;
          camera.shown = 0;
          camera.decoding.forget();
        });
  }

  @Override
  public String toString() {
    List<Integer> heights = cameras.stream().map(camera -> camera.height).toList();
    return "heights %s, 95 %% of waits %d ms, sound gap %d ms, freezes %s, sent %d kB, padding %d kB"
        .formatted(
            heights,
            waited95(),
            longestSoundGapMillis(),
            IntStream.range(0, cameras.size()).mapToObj(this::longestFreezeMillis).toList(),
            sentBytes / 1000,
            padding / 1000);
  }
}
