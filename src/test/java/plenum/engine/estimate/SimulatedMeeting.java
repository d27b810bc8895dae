package plenum.engine.estimate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A viewer of some cameras, the first of which is shown large: three encodings each, of three
 * temporal layers, with key frames when one is gone over to.
 */
final class SimulatedMeeting {

  record Packet(int camera, int bytes, boolean last) {}

  private static final int MTU = 1200;
  private static final int SOUND_BYTES = 140;
  private static final long SOUND = SOUND_BYTES * 8 * 50;
  private static final long FRAME = 33 * SimulatedLink.MILLI;

  /** A key frame is so many times a usual frame. */
  private static final int KEY = 6;

  private static final List<Encoding> ENCODINGS =
      List.of(
          new Encoding(720, List.of(600_000L, 900_000L, 1_500_000L)),
          new Encoding(360, List.of(200_000L, 300_000L, 500_000L)),
          new Encoding(180, List.of(60_000L, 90_000L, 150_000L)));

  private static final class Camera {
    final List<Integer> heights = new ArrayList<>();
    Share share = Share.NOTHING;
    boolean key = true;
    boolean waitsForKey;
    int frames;
    int changes;
    long lastShown;
    long longestFreeze;
  }

  private record Waiting(long packet, Packet what) {}

  private final SimulatedLink network;
  private final Link link = new Link(EstimateSettings.defaults(), 0);
  private final Flow flow = link.open();
  private final Pacer pacer = new Pacer();
  private final Sharing sharing = new Sharing();
  private final SimulatedReceiver receiver;
  private final Camera[] cameras;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<Long> waits = new ArrayList<>();
  private long nextPacket;
  private long lastSound;
  private long lastSoundArrival;
  private long longestSoundGap;
  private long now;
  int dropped;

  SimulatedMeeting(SimulatedLink network, int cameras) {
    this.network = network;
    this.receiver = new SimulatedReceiver(network.delayNanos(), 12345 * SimulatedLink.MILLI);
    this.cameras = new Camera[cameras];
    for (int i = 0; i < cameras; i++) {
      this.cameras[i] = new Camera();
    }
  }

  /** Nobody sends padding. */
  SimulatedMeeting withoutPadding() {
    link.padded(false);
    return this;
  }

  void run(double seconds) {
    long end = now + (long) (seconds * Simulation.SECOND);
    for (; now < end; now += SimulatedLink.MILLI) {
      step();
    }
  }

  private void step() {
    receiver.poll(now).ifPresent(feedback -> flow.feedback(feedback, now));
    if (now % (50 * SimulatedLink.MILLI) == 0) {
      share();
    }
    link.tick(now);
    pacer.bitrate(link.bitrate());
    for (int bytes = link.padding(now); bytes > 0; bytes = link.padding(now)) {
      pacer.sent(bytes, now);
      transmit(bytes);
    }
    if (now - lastSound >= 20 * SimulatedLink.MILLI) {
      sound();
    }
    for (int i = 0; i < cameras.length; i++) {
      if ((now + i * 5 * SimulatedLink.MILLI) % FRAME == 0) {
        frame(i);
      }
    }
    while (pacer.nextNanos() <= now && pacer.poll(now) != Pacer.NONE) {
      leave(waiting.remove().what());
    }
  }

  private void share() {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < cameras.length; i++) {
      pictures.add(
          new Picture(i, i == 0 ? Rank.SPEAKER : Rank.OTHER, i == 0 ? 720 : 180, ENCODINGS));
    }
    List<Share> shares = sharing.share(pictures, SOUND, link.bitrate(), link.proved(now), now);
    link.want(sharing.wanted());
    for (int i = 0; i < cameras.length; i++) {
      Camera camera = cameras[i];
      Share share = shares.get(i);
      camera.heights.add(share.height());
      if (share.height() != camera.share.height()) {
        camera.changes++;
        camera.key = true;
      }
      camera.share = share;
    }
  }

  void keyFrames() {
    for (Camera camera : cameras) {
      camera.key = true;
    }
  }

  private void sound() {
    lastSound = now;
    pacer.sent(SOUND_BYTES, now);
    long arrival = transmit(SOUND_BYTES);
    if (arrival != SimulatedLink.LOST) {
      longestSoundGap = Math.max(longestSoundGap, arrival - lastSoundArrival);
      lastSoundArrival = arrival;
    }
  }

  private void frame(int i) {
    Camera camera = cameras[i];
    int number = camera.frames++ % 4;
    boolean left = camera.share.temporal() == 1 && number != 0;
    left |= camera.share.temporal() == 2 && number % 2 != 0;
    if (!camera.share.carried() || left && !camera.key || camera.waitsForKey && !camera.key) {
      return;
    }
    int perSecond = camera.share.temporal() == 1 ? 7 : camera.share.temporal() == 2 ? 15 : 30;
    long bytes = camera.share.bitrate() / 8 / perSecond * (camera.key ? KEY : 1);
    camera.waitsForKey = false;
    camera.key = false;
    for (; bytes > 0; bytes -= MTU) {
      if (!offer(new Packet(i, (int) Math.min(bytes, MTU), bytes <= MTU))) {
        return;
      }
    }
  }

  private boolean offer(Packet packet) {
    if (pacer.passes(packet.bytes(), now)) {
      leave(packet);
      return true;
    }
    if (pacer.keep(nextPacket, packet.bytes(), false, Pacer.PATIENCE_NANOS, now)) {
      waiting.add(new Waiting(nextPacket++, packet));
      return true;
    }
    waiting.forEach(w -> cameras[w.what().camera()].waitsForKey = true);
    waiting.forEach(w -> cameras[w.what().camera()].key = true);
    waiting.clear();
    dropped++;
    return false;
  }

  private void leave(Packet packet) {
    long arrival = transmit(packet.bytes());
    if (packet.last() && arrival != SimulatedLink.LOST) {
      Camera camera = cameras[packet.camera()];
      camera.longestFreeze =
          Math.max(camera.longestFreeze, camera.lastShown == 0 ? 0 : arrival - camera.lastShown);
      camera.lastShown = arrival;
    }
  }

  private long transmit(int bytes) {
    int sequence = flow.send(bytes, now);
    waits.add(network.waitNanos(now) / SimulatedLink.MILLI);
    long arrival = network.send(bytes, now);
    if (arrival != SimulatedLink.LOST) {
      receiver.send(sequence, arrival);
    }
    return arrival;
  }

  /** Statistics begin anew. */
  void forget() {
    waits.clear();
    longestSoundGap = 0;
    dropped = 0;
    for (Camera camera : cameras) {
      camera.heights.clear();
      camera.longestFreeze = 0;
      camera.changes = 0;
    }
  }

  double partAtHeight(int camera, int height) {
    List<Integer> heights = cameras[camera].heights;
    return (double) heights.stream().filter(h -> h == height).count() / heights.size();
  }

  double partCarried(int camera) {
    return 1 - partAtHeight(camera, 0);
  }

  int changes(int camera) {
    return cameras[camera].changes;
  }

  long longestFreezeMillis(int camera) {
    return cameras[camera].longestFreeze / SimulatedLink.MILLI;
  }

  long longestSoundGapMillis() {
    return longestSoundGap / SimulatedLink.MILLI;
  }

  long longestWaitMillis() {
    return waits.stream().mapToLong(w -> w).max().orElse(0);
  }

  long waited95() {
    List<Long> sorted = waits.stream().sorted().toList();
    return sorted.get((int) (sorted.size() * 0.95));
  }

  @Override
  public String toString() {
    return "estimate " + link.bitrate() + ", large picture " + cameras[0].share;
  }
}
