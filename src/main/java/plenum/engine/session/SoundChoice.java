package plenum.engine.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import plenum.engine.StreamName;

/**
 * Which sounds have a receiver's slots. Where there are no more than slots, each has one and keeps
 * it. Else somebody who begins to speak takes the slot of the quietest; while nobody speaks
 * everybody stays who was heard last.
 */
final class SoundChoice {

  /** Whoever came in stays as long at least. */
  static final long STAYS_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

  /** By so much one has to be louder than another to take its slot. */
  static final double LOUDER_BY = 6;

  private record Chosen(StreamName name, long sinceNanos) {}

  private final List<Optional<Chosen>> slots = new ArrayList<>();

  SoundChoice(int count) {
    for (int i = 0; i < count; i++) {
      slots.add(Optional.empty());
    }
  }

  /** What is in a slot. */
  Optional<StreamName> in(int slot) {
    return slots.get(slot).map(Chosen::name);
  }

  /**
   * Chooses anew.
   *
   * @param sounds that may be heard
   * @param loudness how loud they are
   * @param preferred the slot that one would have best, any other number if there is none
   * @return whether anything is otherwise now
   */
  boolean choose(
      Collection<StreamName> sounds,
      Function<StreamName, Loudness> loudness,
      ToIntFunction<StreamName> preferred,
      long nowNanos) {
    boolean changed = leave(sounds);
    if (sounds.size() <= taken()) {
      return changed; // Everybody is heard.
    }
    changed |= taken() < slots.size() && fill(sounds, loudness, preferred, nowNanos);
    return replaceQuieter(sounds, loudness, nowNanos) || changed;
  }

  private boolean leave(Collection<StreamName> sounds) {
    boolean changed = false;
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).isPresent() && !sounds.contains(slots.get(i).get().name())) {
        slots.set(i, Optional.empty());
        changed = true;
      }
    }
    return changed;
  }

  private int taken() {
    int taken = 0;
    for (int i = 0; i < slots.size(); i++) {
      taken += slots.get(i).isPresent() ? 1 : 0;
    }
    return taken;
  }

  private boolean has(StreamName name) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).isPresent() && slots.get(i).get().name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The loudest take the empty slots, those that they would have best where that is one.
   *
   * @return whether anybody did
   */
  private boolean fill(
      Collection<StreamName> sounds,
      Function<StreamName, Loudness> loudness,
      ToIntFunction<StreamName> preferred,
      long nowNanos) {
    List<StreamName> entering = new ArrayList<>(sounds);
    entering.removeIf(this::has);
    if (sounds.size() > slots.size()) {
      entering.sort(Comparator.comparingDouble(name -> -loudness.apply(name).rank(nowNanos)));
    }
    entering.subList(Math.min(entering.size(), slots.size() - taken()), entering.size()).clear();
    List<StreamName> others = new ArrayList<>();
    for (StreamName name : entering) {
      int slot = preferred.applyAsInt(name);
      if (slot >= 0 && slot < slots.size() && slots.get(slot).isEmpty()) {
        slots.set(slot, Optional.of(new Chosen(name, nowNanos)));
      } else {
        others.add(name);
      }
    }
    others.forEach(name -> slots.set(lastEmpty(), Optional.of(new Chosen(name, nowNanos))));
    return !entering.isEmpty();
  }

  /** The first ones are those that pictures have beside them. */
  private int lastEmpty() {
    return slots.lastIndexOf(Optional.<Chosen>empty());
  }

  /** Each time the loudest of those who speak and are not heard; most of the time nobody does. */
  private boolean replaceQuieter(
      Collection<StreamName> sounds, Function<StreamName, Loudness> loudness, long nowNanos) {
    boolean changed = false;
    for (int i = 0; i < slots.size(); i++) {
      StreamName loudest = loudestWaiting(sounds, loudness, nowNanos);
      if (loudest == null || !replace(loudest, loudness, nowNanos)) {
        return changed;
      }
      changed = true;
    }
    return changed;
  }

  private StreamName loudestWaiting(
      Collection<StreamName> sounds, Function<StreamName, Loudness> loudness, long nowNanos) {
    StreamName loudest = null;
    double most = 0;
    for (StreamName name : sounds) {
      Loudness loud = loudness.apply(name);
      if (loud.speaks(nowNanos) && !has(name)) {
        double rank = loud.rank(nowNanos);
        if (loudest == null || rank > most) {
          loudest = name;
          most = rank;
        }
      }
    }
    return loudest;
  }

  private boolean replace(StreamName name, Function<StreamName, Loudness> loudness, long nowNanos) {
    int quietest = -1;
    double least = loudness.apply(name).rank(nowNanos) - LOUDER_BY;
    for (int i = 0; i < slots.size(); i++) {
      Chosen chosen = slots.get(i).orElseThrow();
      double rank = loudness.apply(chosen.name()).rank(nowNanos);
      if (nowNanos - chosen.sinceNanos() >= STAYS_NANOS && rank < least) {
        quietest = i;
        least = rank;
      }
    }
    if (quietest >= 0) {
      slots.set(quietest, Optional.of(new Chosen(name, nowNanos)));
    }
    return quietest >= 0;
  }
}
