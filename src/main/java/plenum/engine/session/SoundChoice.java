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
    List<Optional<Chosen>> before = List.copyOf(slots);
    slots.replaceAll(chosen -> chosen.filter(one -> sounds.contains(one.name())));
    List<StreamName> waiting = new ArrayList<>(sounds);
    slots.forEach(chosen -> chosen.ifPresent(one -> waiting.remove(one.name())));
    if (!waiting.isEmpty()) {
      if (sounds.size() > slots.size()) {
        waiting.sort(Comparator.comparingDouble(name -> -loudness.apply(name).rank(nowNanos)));
      }
      fill(waiting, preferred, nowNanos);
      waiting.forEach(name -> replace(name, loudness, nowNanos));
    }
    return !slots.equals(before);
  }

  /** The first ones take the empty slots, those that they would have best where that is one. */
  private void fill(List<StreamName> waiting, ToIntFunction<StreamName> preferred, long nowNanos) {
    long empty = slots.stream().filter(Optional::isEmpty).count();
    List<StreamName> entering = waiting.stream().limit(empty).toList();
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
    waiting.removeAll(entering);
  }

  /** The first ones are those that pictures have beside them. */
  private int lastEmpty() {
    return slots.lastIndexOf(Optional.<Chosen>empty());
  }

  private void replace(StreamName name, Function<StreamName, Loudness> loudness, long nowNanos) {
    Loudness loud = loudness.apply(name);
    if (!loud.speaks(nowNanos)) {
      return;
    }
    int quietest = -1;
    double least = loud.rank(nowNanos) - LOUDER_BY;
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
  }
}
