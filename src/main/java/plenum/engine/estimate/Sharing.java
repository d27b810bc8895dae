package plenum.engine.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Shares out what one viewer's link carries among the pictures that the viewer wants. Less is given
 * soon; more only when it fits with a margin for a while, or a probe has shown that it is carried;
 * at once where the viewer wants other pictures.
 */
public final class Sharing {

  private static final double MARGIN = 1.1;
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** So far above what is carried nobody waits. */
  private static final double FAR_ABOVE = 1.25;

  /** A picture that was given up waits for so small a part of what others wait for more. */
  private static final int RETURN_PART = 3;

  private static final long HOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
  private static final long MAX_HOLD_NANOS = TimeUnit.SECONDS.toNanos(12);

  /** Less after more within this time was a mistake. */
  private static final long RELAPSE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long NEVER = Long.MIN_VALUE;

  private final Map<Integer, Share> shares = new HashMap<>();
  private List<Picture> known = List.of();
  private long overNanos = NEVER;
  private long fitsNanos = NEVER;

  /** Pictures that were given up for lack of room, and are still wanted. */
  private final Set<Integer> missed = new HashSet<>();

  private long returnNanos = NEVER;
  private long raisedNanos = NEVER;
  private long holdNanos = HOLD_NANOS;
  private long wanted;
  private boolean insists;

  /**
   * Whether a screen is sent though it takes more than there is, as slowly as the link carries it.
   */
  public void insist(boolean onScreens) {
    insists = onScreens;
  }

  /**
   * Decides anew; to be called some times a second, and when something has changed.
   *
   * @param sound bits a second of all sound, which comes first
   * @param bitrate what the link carries, or may be used of it
   * @param proved whether a probe has just shown that it carries that
   * @return what each picture gets, in their order
   */
  public List<Share> share(
      List<Picture> pictures, long sound, long bitrate, boolean proved, long nowNanos) {
    List<Ladder> ladders = pictures.stream().map(Ladder::new).toList();
    int[] present = present(ladders);
    int[] all = new int[present.length];
    Arrays.fill(all, Integer.MAX_VALUE);
    double left = Math.max(0, bitrate - sound);
    int[] kept = new Filling(ladders, present, present, MARGIN, left, insists).steps();
    int[] best = new Filling(ladders, present, all, MARGIN, left, insists).steps();
    boolean others = !sameWishes(pictures);
    known = List.copyOf(pictures);
    wanted = sound + ladders.stream().mapToLong(l -> l.bitrate(l.size() - 1)).sum();
    if (others) {
      missed.retainAll(pictures.stream().map(Picture::id).toList());
      return settle(ladders, best);
    }
    int[] low = over(ladders, present, left, nowNanos) ? kept : present;
    if (rises(best, low, proved, nowNanos)) {
      return settle(ladders, best);
    }
    boolean again = returns(ladders, best, low, nowNanos);
    return settle(ladders, again ? withReturned(ladders, low, left) : low);
  }

  private boolean returns(List<Ladder> ladders, int[] best, int[] low, long nowNanos) {
    boolean returning = false;
    for (int i = 0; i < best.length; i++) {
      boolean isMissed = missed.contains(ladders.get(i).picture().id());
      returning |= isMissed && low[i] < 0 && best[i] >= 0;
    }
    if (!returning) {
      returnNanos = NEVER;
      return false;
    }
    returnNanos = returnNanos == NEVER ? nowNanos : returnNanos;
    return nowNanos - returnNanos >= holdNanos / RETURN_PART;
  }

  /** The others stay as they are. */
  private int[] withReturned(List<Ladder> ladders, int[] low, double left) {
    int[] most = Arrays.stream(low).map(step -> Math.max(0, step)).toArray();
    return new Filling(ladders, low, most, MARGIN, left, insists).steps();
  }

  private int[] present(List<Ladder> ladders) {
    return ladders.stream()
        .mapToInt(l -> l.at(shares.getOrDefault(l.picture().id(), Share.NOTHING)))
        .toArray();
  }

  /** Bitrates change all the time, and are no wish. */
  private boolean sameWishes(List<Picture> pictures) {
    if (pictures.size() != known.size()) {
      return false;
    }
    for (int i = 0; i < known.size(); i++) {
      Picture a = known.get(i);
      Picture b = pictures.get(i);
      if (a.id() != b.id() || a.rank() != b.rank() || a.wanted() != b.wanted()) {
        return false;
      }
    }
    return true;
  }

  /** Whether what is sent has been too much for some time, or is by far. */
  private boolean over(List<Ladder> ladders, int[] present, double left, long nowNanos) {
    double sum = 0;
    for (int i = 0; i < present.length; i++) {
      sum += ladders.get(i).bitrate(present[i]);
    }
    if (sum <= left) {
      overNanos = NEVER;
      return false;
    }
    overNanos = overNanos == NEVER ? nowNanos : overNanos;
    boolean over = sum > FAR_ABOVE * left || nowNanos - overNanos >= PATIENCE_NANOS;
    if (over) {
      relapsed(nowNanos);
    }
    return over;
  }

  private void relapsed(long nowNanos) {
    boolean mistaken = raisedNanos != NEVER && nowNanos - raisedNanos < RELAPSE_NANOS;
    if (mistaken) {
      holdNanos = Math.min(MAX_HOLD_NANOS, 2 * holdNanos);
    } else if (raisedNanos != NEVER) {
      holdNanos = HOLD_NANOS;
    }
    raisedNanos = NEVER;
    overNanos = NEVER;
    fitsNanos = NEVER;
  }

  private boolean rises(int[] best, int[] low, boolean proved, long nowNanos) {
    boolean better = false;
    for (int i = 0; i < best.length; i++) {
      better |= best[i] > low[i];
    }
    if (!better) {
      fitsNanos = NEVER;
      return false;
    }
    fitsNanos = fitsNanos == NEVER ? nowNanos : fitsNanos;
    holdNanos = proved ? HOLD_NANOS : holdNanos;
    if (!proved && nowNanos - fitsNanos < holdNanos) {
      return false;
    }
    fitsNanos = NEVER;
    raisedNanos = nowNanos;
    return true;
  }

  private List<Share> settle(List<Ladder> ladders, int[] steps) {
    for (int i = 0; i < steps.length; i++) {
      miss(ladders.get(i).picture().id(), steps[i]);
    }
    shares.clear();
    List<Share> result = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      Share share = ladders.get(i).step(steps[i]);
      shares.put(ladders.get(i).picture().id(), share);
      result.add(share);
    }
    return result;
  }

  private void miss(int id, int step) {
    if (step >= 0) {
      missed.remove(id);
    } else if (shares.getOrDefault(id, Share.NOTHING).carried()) {
      missed.add(id);
    }
  }

  /** Whether more or less is about to be given, if things stay as they are for a while. */
  public boolean undecided() {
    return overNanos != NEVER || fitsNanos != NEVER;
  }

  /** Bits a second for all that was wanted the last time, sound included: what to probe for. */
  public long wanted() {
    return wanted;
  }
}
