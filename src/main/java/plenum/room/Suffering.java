package plenum.room;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.media.StreamId;
import plenum.room.RoomEvent.BitrateWanted;
import plenum.time.Timers;

/**
 * Which streams arrive badly, where the media node does not adapt them to links by itself: whoever
 * publishes one sends less when more than half of those suffer who play it. Where fewer do, it is
 * their own link, and they help themselves. Part of a step of the registry.
 */
final class Suffering {

  /** What a page tells counts for so long, unless it tells it again. */
  static final Duration COUNTS_FOR = Duration.ofSeconds(6);

  /** After so long something is known of what less did. */
  static final Duration SETTLES_WITHIN = Duration.ofSeconds(3);

  private final int lowest;
  private final Seats seats;
  private final Timers timers;
  private final Steps steps;

  /**
   * Of streams that are sent with less, or were a moment ago; each has a timer that looks at it.
   */
  private final Map<StreamId, BitrateLadder> ladders = new HashMap<>();

  /**
   * @param lowest of the usual bitrate, in percent
   */
  Suffering(int lowest, Seats seats, Timers timers, Steps steps) {
    this.lowest = lowest;
    this.seats = seats;
    this.timers = timers;
    this.steps = steps;
  }

  /** The seat's page has the right to play this from now on. */
  void plays(Seat seat, StreamId stream) {
    seat.arrivals().play(stream, name -> seats.publishing(name).isPresent());
  }

  /** These arrive badly at the seat's page, and no others; what it may not play is left out. */
  void told(Seat seat, Collection<String> streams, Consequences entails) {
    Set<String> bad = new HashSet<>(streams);
    bad.removeIf(name -> !seat.arrivals().plays(name));
    Timers.Timer until =
        bad.isEmpty() ? () -> {} : timers.after(COUNTS_FOR, () -> forget(seat, bad));
    seat.arrivals().bad(bad, until);
    bad.forEach(name -> look(name, entails));
  }

  private void forget(Seat seat, Set<String> bad) {
    steps.change(
        entails -> {
          // A timer that fires while the page tells something new finds that.
          if (bad.stream().allMatch(seat.arrivals()::isBad)) {
            seat.arrivals().bad(Set.of(), () -> {});
          }
          return seat;
        });
  }

  /** The seat's page is gone. */
  void gone(Seat seat) {
    seat.arrivals().clear();
  }

  /** A page comes anew, and does not know how what it publishes arrives. */
  void remind(Seat seat, Consequences entails) {
    for (StreamId stream : seat.streams().all()) {
      Optional.ofNullable(ladders.get(stream))
          .ifPresent(ladder -> tell(seat, stream, ladder, entails));
    }
  }

  private void look(String name, Consequences entails) {
    Optional<Seat> publisher = seats.publishing(name).filter(seat -> mostSuffer(seat, name));
    publisher
        .flatMap(seat -> seat.streams().named(name))
        .ifPresent(stream -> less(publisher.get(), stream, entails));
  }

  /**
   * Those who show it small play something else, and those who told nothing have no reason to. One
   * of several others decides nothing for all: who shows it small today may want it large tomorrow.
   */
  private static boolean mostSuffer(Seat publisher, String stream) {
    List<Seat> players =
        publisher.room().seats().stream()
            .filter(seat -> seat != publisher && seat.isConnected())
            .filter(seat -> seat.arrivals().plays(stream) && !seat.small().contains(stream))
            .toList();
    long suffering = players.stream().filter(seat -> seat.arrivals().isBad(stream)).count();
    boolean alone = publisher.room().seats().size() == 2;
    return 2 * suffering > players.size() && (alone || suffering > 1);
  }

  private void less(Seat publisher, StreamId stream, Consequences entails) {
    BitrateLadder ladder = ladders.computeIfAbsent(stream, first -> new BitrateLadder(lowest));
    if (ladder.down()) {
      timers.after(SETTLES_WITHIN, () -> settled(ladder));
      tell(publisher, stream, ladder, entails);
    }
    await(stream, ladder);
  }

  private void settled(BitrateLadder ladder) {
    steps.change(
        entails -> {
          ladder.settled();
          return ladder;
        });
  }

  private void await(StreamId stream, BitrateLadder ladder) {
    ladder.calmBy(timers.after(ladder.patience(), () -> calm(stream, ladder)));
  }

  private void calm(StreamId stream, BitrateLadder ladder) {
    steps.change(
        entails -> {
          Optional<Seat> publisher = publisherOf(stream);
          if (publisher.isEmpty() || ladder.isIdle()) {
            ladders.remove(stream, ladder);
          } else {
            more(publisher.get(), stream, ladder, entails);
          }
          return ladder;
        });
  }

  private Optional<Seat> publisherOf(StreamId stream) {
    return seats.publishing(stream.name()).filter(seat -> seat.streams().all().contains(stream));
  }

  private void more(Seat publisher, StreamId stream, BitrateLadder ladder, Consequences entails) {
    if (!mostSuffer(publisher, stream.name()) && ladder.calm()) {
      tell(publisher, stream, ladder, entails);
    }
    await(stream, ladder);
  }

  private static void tell(
      Seat publisher, StreamId stream, BitrateLadder ladder, Consequences entails) {
    entails.tell(
        new BitrateWanted(publisher.room().id(), publisher.session(), stream, ladder.percent()));
  }
}
