package plenum.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.time.Stopwatch;
import plenum.time.Timers;

/** Ends rooms whose time is over; part of a step of the registry. */
final class Lifetimes {

  private static final Duration LEAST = Duration.ofMillis(1);

  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Timers timers;
  private final Steps steps;
  private final RoomIndex rooms;
  private final Founding founding;

  /**
   * @param nanoTime as {@link System#nanoTime}; how long a room is empty goes by it
   */
  Lifetimes(
      InstantSource clock,
      LongSupplier nanoTime,
      Timers timers,
      Steps steps,
      RoomIndex rooms,
      Founding founding) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.timers = timers;
    this.steps = steps;
    this.rooms = rooms;
    this.founding = founding;
  }

  /** It is there, and nobody is inside. */
  void begin(Room room) {
    room.emptied(Stopwatch.start(nanoTime));
    look(room);
  }

  /** Somebody came or left, or its lifetime was decided anew. */
  void look(Room room) {
    room.endBy(remaining(room).map(left -> timer(room, left)).orElse(() -> {}));
  }

  private Optional<Duration> remaining(Room room) {
    return room.options().lifetime().left(clock.instant(), room.empty());
  }

  /** The last one left. */
  void left(Room room) {
    if (room.size() == 0) {
      room.emptied(Stopwatch.start(nanoTime));
    }
    look(room);
  }

  private Timers.Timer timer(Room room, Duration left) {
    Duration soon = left.compareTo(LEAST) < 0 ? LEAST : left;
    boolean byClock = room.options().lifetime().ends().isPresent();
    return timers.after(byClock ? Timers.untilLook(soon) : soon, () -> end(room));
  }

  private void end(Room room) {
    steps.change(
        entails -> {
          boolean there = rooms.find(room.id()).filter(found -> found == room).isPresent();
          boolean over =
              there
                  && remaining(room).filter(left -> left.isNegative() || left.isZero()).isPresent();
          if (over) {
            founding.end(room, entails);
          } else if (there) {
            look(room);
          }
          return over;
        });
  }
}
