package plenum.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import plenum.time.Timers;

/** Ends rooms whose time is over; part of a step of the registry. */
final class Lifetimes {

  private static final Duration LEAST = Duration.ofMillis(1);

  /** Timers do not know when the computer's clock is changed. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Timers timers;
  private final Steps steps;
  private final RoomIndex rooms;
  private final Founding founding;

  Lifetimes(InstantSource clock, Timers timers, Steps steps, RoomIndex rooms, Founding founding) {
    this.clock = clock;
    this.timers = timers;
    this.steps = steps;
    this.rooms = rooms;
    this.founding = founding;
  }

  /** It is there, and nobody is inside. */
  void begin(Room room) {
    room.emptied(clock.instant());
    look(room);
  }

  /** Somebody came or left, or its lifetime was decided anew. */
  void look(Room room) {
    Optional<Instant> end = room.options().lifetime().end(room.empty());
    room.endBy(end.map(at -> timer(room, at)).orElse(() -> {}));
  }

  /** The last one left. */
  void left(Room room) {
    if (room.size() == 0) {
      room.emptied(clock.instant());
    }
    look(room);
  }

  private Timers.Timer timer(Room room, Instant at) {
    Duration left = Duration.between(clock.instant(), at);
    Duration soon = left.compareTo(LEAST) < 0 ? LEAST : left;
    return timers.after(soon.compareTo(LOOK) < 0 ? soon : LOOK, () -> end(room));
  }

  private void end(Room room) {
    steps.change(
        entails -> {
          boolean there = rooms.find(room.id()).filter(found -> found == room).isPresent();
          Optional<Instant> end = room.options().lifetime().end(room.empty());
          boolean over = there && end.filter(at -> !at.isAfter(clock.instant())).isPresent();
          if (over) {
            founding.end(room, entails);
          } else if (there) {
            look(room);
          }
          return over;
        });
  }
}
