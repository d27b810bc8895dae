package plenum.room;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.time.Timers;

/**
 * Whose screen a room shows, and who wants to show one next; guarded by the registry's lock. {@link
 * Staging} has the rules.
 */
final class Stage {

  private static final Timers.Timer NO_TIMER = () -> {};

  private final Set<PersonId> requests = new LinkedHashSet<>();
  private Optional<Seat> holder = Optional.empty();
  private boolean onAir;
  private Timers.Timer patience = NO_TIMER;
  private long turn;

  Optional<Seat> holder() {
    return holder;
  }

  boolean isHeldBy(Seat seat) {
    return holder.filter(held -> held == seat).isPresent();
  }

  /** Whether the holder's screen is on air, as far as was told. */
  boolean isOnAir() {
    return onAir;
  }

  /**
   * The holder's screen is on air, or is not.
   *
   * @return false when that was known
   */
  boolean show(boolean nowOnAir) {
    boolean news = nowOnAir != onAir;
    onAir = nowOnAir;
    return news;
  }

  /** How others see who shows a screen; empty while nothing is on air. */
  Optional<DisplayName> sharer() {
    return holder.filter(seat -> onAir).map(Seat::name);
  }

  boolean isRequestedBy(PersonId person) {
    return requests.contains(person);
  }

  /**
   * @return false when that was known
   */
  boolean request(PersonId person) {
    return requests.add(person);
  }

  /**
   * @return false when there was no such request
   */
  boolean withdraw(PersonId person) {
    return requests.remove(person);
  }

  /** It is this seat's now. */
  void give(Seat seat) {
    stopWaiting();
    holder = Optional.of(seat);
    onAir = false;
    requests.remove(seat.person());
  }

  /** It is nobody's, and who wanted it needs not ask any more. */
  void free() {
    stopWaiting();
    holder = Optional.empty();
    onAir = false;
    requests.clear();
  }

  boolean isWaiting() {
    return patience != NO_TIMER;
  }

  /**
   * The number of the wait that begins now. A timer that fires although it was cancelled brings an
   * older one.
   */
  long nextTurn() {
    stopWaiting();
    return turn;
  }

  void waitFor(Timers.Timer timer) {
    patience = timer;
  }

  /** The timer of that wait fired. */
  boolean isOver(long wait) {
    boolean over = wait == turn;
    if (over) {
      stopWaiting();
    }
    return over;
  }

  void stopWaiting() {
    patience.cancel();
    patience = NO_TIMER;
    turn++;
  }

  StageState state() {
    return new StageState(holder.map(Seat::person), onAir, List.copyOf(requests));
  }
}
