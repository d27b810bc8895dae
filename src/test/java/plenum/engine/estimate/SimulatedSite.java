package plenum.engine.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * People in calls and rooms, all of whom are sent their media over the one line of the site:
 * cameras in three sizes or one, whose frames differ in size, with a key frame whenever somebody is
 * sent another size. Some media loops share the site's budget.
 */
final class SimulatedSite {

  private static final long MILLI = SimulatedLink.MILLI;
  private static final int HEADERS = 44;
  private static final int MTU = 1200;
  private static final int SOUND_BYTES = 100 + HEADERS;
  private static final long SOUND = SOUND_BYTES * 8 * 50 + 4_000;
  private static final int FRAMES = 30;
  private static final int KEY = 8;

  /** Heights of a camera, and what they take on average. */
  private static final int[] HEIGHTS = {720, 360, 180};

  private static final int[] BITRATES = {1_400_000, 450_000, 120_000};

  /** What somebody sends. */
  private final class Camera {
    final int first;
    final int size;
    final double[] measured = new double[HEIGHTS.length];
    final boolean[] key = new boolean[HEIGHTS.length];
    final long phase = random.nextInt(33) * MILLI;

    Camera(int first, int size) {
      this.first = first;
      this.size = size;
      for (int i = 0; i < HEIGHTS.length; i++) {
        measured[i] = BITRATES[i];
      }
    }

    List<Encoding> encodings() {
      List<Encoding> encodings = new ArrayList<>();
      for (int i = first; i < first + size; i++) {
        encodings.add(new Encoding(HEIGHTS[i], List.of((long) (measured[i] * 1.06))));
      }
      return encodings;
    }
  }

  private record Seen(Camera camera, Rank rank) {}

  /** Somebody who receives the others. */
  private final class Watcher {
    final String id;
    final Object loop;
    final List<Pool> pools;
    final List<Seen> seen = new ArrayList<>();
    final Sharing sharing = new Sharing();
    List<Share> shares = List.of();
    int[] shown = {};
    long lastSound;
    long longestGap;

    Watcher(String id, Object loop, List<Pool> pools) {
      this.id = id;
      this.loop = loop;
      this.pools = pools;
    }

    List<Picture> pictures() {
      List<Picture> pictures = new ArrayList<>();
      for (int i = 0; i < seen.size(); i++) {
        Seen one = seen.get(i);
        pictures.add(new Picture(i, one.rank(), 720, one.camera().encodings()));
      }
      return pictures;
    }
  }

  private final Random random = new Random(3);
  private final SimulatedLink line;
  private final SiteBudget budget = new SiteBudget();
  private final List<Camera> cameras = new ArrayList<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private final Map<Object, Map<Pool, Long>> sent = new HashMap<>();
  private final List<Long> perTenth = new ArrayList<>();
  private long now;
  private long tenth;
  private long lost;

  /**
   * @param bitrate of the site's line, which has a queue of half a second
   */
  SimulatedSite(double bitrate) {
    this.line = SimulatedLink.of(bitrate, 5, 500);
  }

  /** So many people meet, the first of whom speaks; each sends a camera in so many sizes. */
  SimulatedSite meeting(int people, Object loop, int sizes, Pool... pools) {
    List<Camera> own = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      own.add(new Camera(sizes == 1 ? 1 : 0, sizes));
    }
    cameras.addAll(own);
    for (int i = 0; i < people; i++) {
      Watcher watcher = new Watcher("w" + watchers.size(), loop, List.of(pools));
      for (int other = 0; other < people; other++) {
        if (other != i) {
          Rank rank = other == 0 || people == 2 ? Rank.SPEAKER : Rank.OTHER;
          watcher.seen.add(new Seen(own.get(other), rank));
        }
      }
      watcher.shown = new int[watcher.seen.size()];
      watchers.add(watcher);
    }
    return this;
  }

  void run(double seconds) {
    long end = now + (long) (seconds * Simulation.SECOND);
    for (; now < end; now += MILLI) {
      step();
    }
  }

  private void step() {
    if (now % (100 * MILLI) == 0) {
      perTenth.add(tenth);
      tenth = 0;
      watchers.forEach(this::share);
    }
    if (now % (200 * MILLI) == 0) {
      watchers.stream().map(w -> w.loop).distinct().forEach(this::report);
    }
    if (now % (20 * MILLI) == 0) {
      watchers.forEach(this::sound);
    }
    for (Camera camera : cameras) {
      if ((now + camera.phase) % (1000 / FRAMES * MILLI) == 0) {
        frame(camera);
      }
    }
  }

  private void report(Object loop) {
    List<Watcher> its = watchers.stream().filter(w -> w.loop == loop).toList();
    Map<Pool, SiteBudget.Sent> bytes = new HashMap<>();
    sent.getOrDefault(loop, Map.of())
        .forEach((pool, count) -> bytes.put(pool, new SiteBudget.Sent(count, 0)));
    sent.remove(loop);
    budget.report(
        loop,
        its.stream()
            .map(w -> Viewer.of(w.id, soundOf(w), w.pictures(), Long.MAX_VALUE / 2, w.pools))
            .toList(),
        bytes,
        now);
  }

  private static long soundOf(Watcher watcher) {
    return SOUND * watcher.seen.size();
  }

  private void share(Watcher watcher) {
    Budget.Limit limit = budget.limits().get(watcher.id);
    long bitrate = limit == null ? 0 : limit.bitrate();
    watcher.shares =
        watcher.sharing.share(watcher.pictures(), soundOf(watcher), bitrate, false, now);
    for (int i = 0; i < watcher.shown.length; i++) {
      int height = watcher.shares.get(i).height();
      if (height > 0 && height != watcher.shown[i]) {
        watcher.seen.get(i).camera().key[indexOf(height)] = true;
      }
      watcher.shown[i] = height;
    }
  }

  private static int indexOf(int height) {
    return height == 720 ? 0 : height == 360 ? 1 : 2;
  }

  private void sound(Watcher watcher) {
    for (int i = 0; i < watcher.seen.size(); i++) {
      long arrival = send(watcher, SOUND_BYTES);
      if (i == 0 && arrival != SimulatedLink.LOST) {
        watcher.longestGap = Math.max(watcher.longestGap, arrival - watcher.lastSound);
        watcher.lastSound = arrival;
      }
    }
  }

  private void frame(Camera camera) {
    for (int i = camera.first; i < camera.first + camera.size; i++) {
      double usual = BITRATES[i] / 8.0 / FRAMES * (0.5 + random.nextDouble());
      int bytes = (int) (camera.key[i] ? KEY * usual : usual);
      camera.key[i] = false;
      camera.measured[i] += (bytes * 8.0 * FRAMES - camera.measured[i]) / (2 * FRAMES);
      for (Watcher watcher : watchers) {
        for (int s = 0; s < watcher.seen.size(); s++) {
          if (watcher.seen.get(s).camera() == camera && watcher.shown[s] == HEIGHTS[i]) {
            packets(watcher, bytes);
          }
        }
      }
    }
  }

  private void packets(Watcher watcher, int bytes) {
    for (int left = bytes; left > 0; left -= MTU) {
      send(watcher, Math.min(left, MTU) + HEADERS);
    }
  }

  private long send(Watcher watcher, int bytes) {
    tenth += bytes;
    Map<Pool, Long> counts = sent.computeIfAbsent(watcher.loop, loop -> new HashMap<>());
    watcher.pools.forEach(pool -> counts.merge(pool, (long) bytes, Long::sum));
    long arrival = line.send(bytes, now);
    lost += arrival == SimulatedLink.LOST ? 1 : 0;
    return arrival;
  }

  /** The most bits a second that were sent in any so many seconds. */
  double mostOver(double seconds) {
    int window = (int) (seconds * 10);
    double most = 0;
    for (int from = 0; from + window <= perTenth.size(); from++) {
      long bytes = perTenth.subList(from, from + window).stream().mapToLong(b -> b).sum();
      most = Math.max(most, bytes * 8 / seconds);
    }
    return most;
  }

  long lostPackets() {
    return lost;
  }

  long longestSoundGapMillis() {
    return watchers.stream().mapToLong(w -> w.longestGap).max().orElse(0) / MILLI;
  }

  /** How many pictures somebody is shown, of how many. */
  int shown(int watcher) {
    int count = 0;
    for (int height : watchers.get(watcher).shown) {
      count += height > 0 ? 1 : 0;
    }
    return count;
  }

  boolean soundOnly(int watcher) {
    return budget.limits().get(watchers.get(watcher).id).soundOnly();
  }
}
