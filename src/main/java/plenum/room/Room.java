package plenum.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.right.Rights;
import plenum.right.RoomRules;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomRefused.Reason;
import plenum.settings.Network;
import plenum.time.Stopwatch;
import plenum.time.Timers;

/** One room's state; guarded by the registry's lock. */
final class Room {

  private final RoomId id;
  private final Place place;
  private final Map<PersonId, Seat> seats = new LinkedHashMap<>();
  private final Set<PersonId> permitted;
  private final Stage stage = new Stage();
  private PlaceKind kind;
  private Optional<RoomName> name;
  private Optional<Owner> owner;
  private Optional<Network> madeFrom = Optional.empty();
  private boolean atRisk;
  private RoomOptions options;
  private final Meeting meeting = new Meeting();
  private Optional<Stopwatch> empty = Optional.empty();
  private Timers.Timer end = () -> {};
  private Guesses guesses;
  private long turns;

  private Room(
      RoomId id,
      PlaceKind kind,
      Optional<RoomName> name,
      Optional<Owner> owner,
      Set<PersonId> permitted,
      RoomOptions options) {
    this.id = id;
    this.place = new Place(kind, id.value());
    this.permitted = new HashSet<>(permitted);
    this.kind = kind;
    this.name = name;
    this.owner = owner;
    this.options = options;
  }

  /** A room that everybody may join whom its options permit it. */
  static Room of(KeptRoom room) {
    return new Room(
        room.id(), room.kind(), Optional.of(room.name()), room.owner(), Set.of(), room.options());
  }

  /** A room of these persons alone. */
  static Room ofCall(RoomId id, Set<PersonId> permitted) {
    return new Room(
        id, PlaceKind.CALL, Optional.empty(), Optional.empty(), permitted, RoomOptions.DEFAULT);
  }

  RoomId id() {
    return id;
  }

  /** One more person may join, where not everybody may. */
  void admit(PersonId person) {
    permitted.add(person);
  }

  /** Where its streams belong; the same whatever it becomes. */
  Place place() {
    return place;
  }

  Optional<RoomName> name() {
    return name;
  }

  /** Who made it, if known; a call is nobody's. */
  Optional<PersonId> owner() {
    return owner.map(Owner::person);
  }

  /** It is somebody else's from now on. */
  void handOver(Owner newOwner) {
    owner = Optional.of(newOwner);
  }

  /** It is nobody's from now on. */
  void disown() {
    owner = Optional.empty();
  }

  Optional<Owner> namedOwner() {
    return owner;
  }

  RoomOptions options() {
    return options;
  }

  void decide(RoomOptions newOptions) {
    options = newOptions;
  }

  /** What it says about who may do what. */
  RoomRules rules() {
    return options.rules(id, owner());
  }

  Meeting meeting() {
    return meeting;
  }

  /** How long nobody has been inside, as far as is known; empty while somebody is. */
  Optional<Duration> empty() {
    return seats.isEmpty() ? empty.map(Stopwatch::passed) : Optional.empty();
  }

  /** The guesses at its password; made at the first. */
  Guesses guesses(Supplier<Guesses> none) {
    if (guesses == null) {
      guesses = none.get();
    }
    return guesses;
  }

  /** Nobody is inside, from when this one began. */
  void emptied(Stopwatch since) {
    empty = Optional.of(since);
  }

  /** Ends it, instead of what was to end it. */
  void endBy(Timers.Timer timer) {
    end.cancel();
    end = timer;
  }

  boolean isOf(PersonId person) {
    return owner().filter(person::equals).isPresent();
  }

  /** It was made just now, by somebody there; not known of a room of an earlier run. */
  void madeFrom(Network network) {
    madeFrom = Optional.of(network);
  }

  boolean isFrom(Network network) {
    return madeFrom.filter(network::equals).isPresent();
  }

  Stage stage() {
    return stage;
  }

  /** The turn of who raises a hand now. */
  OptionalLong nextTurn() {
    return OptionalLong.of(++turns);
  }

  boolean isListed() {
    return kind.isListed();
  }

  int size() {
    return seats.size();
  }

  /** The call becomes a room that everybody may join. */
  void makeGroup(RoomName newName, Owner newOwner) {
    kind = PlaceKind.GROUP;
    name = Optional.of(newName);
    owner = Optional.of(newOwner);
  }

  /**
   * Its name.
   *
   * @throws RoomRefused {@code NOT_ALLOWED} for a call
   */
  RoomName requireListed() {
    return name.orElseThrow(() -> new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.call"));
  }

  /**
   * @throws RoomRefused {@code NOT_ALLOWED} for any other room
   */
  void requireCall() {
    if (isListed()) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.no-call");
    }
  }

  /**
   * @throws RoomRefused {@code ROOM_NOT_EMPTY}
   */
  void requireEmpty() {
    if (!seats.isEmpty()) {
      throw new RoomRefused(
          Reason.ROOM_NOT_EMPTY,
          size() == 1 ? "room-not-empty.one" : "room-not-empty.other",
          size());
    }
  }

  /**
   * Whether somebody may take a seat in this call.
   *
   * @throws RoomRefused {@code NOT_ALLOWED} in a call of others
   */
  void requirePermitted(Actor actor, Rights rights) {
    if (!rights.mayEnterCall(actor, permitted)) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.call-of-others");
    }
  }

  /**
   * Whether there is a seat for one more.
   *
   * @param most people who may be inside any room
   * @throws RoomRefused {@code ROOM_FULL}
   */
  void requireSpace(int most) {
    if (isFull(most)) {
      throw new RoomRefused(Reason.ROOM_FULL, "room-full", size());
    }
  }

  /** Whether there is no seat for one more; {@code most} as of {@link #requireSpace}. */
  boolean isFull(int most) {
    return size() >= Math.min(most, options.most().orElse(most));
  }

  Optional<Seat> seat(PersonId person) {
    return Optional.ofNullable(seats.get(person));
  }

  List<Seat> seats() {
    return new ArrayList<>(seats.values());
  }

  /** Who sits here, by which connection. */
  List<Seated> seated() {
    return seats.values().stream().map(seat -> new Seated(seat.person(), seat.session())).toList();
  }

  void add(Seat seat) {
    seats.put(seat.person(), seat);
  }

  void remove(Seat seat) {
    seats.remove(seat.person());
  }

  /** Tells whether that is news. */
  boolean setAtRisk(boolean now) {
    boolean news = atRisk != now;
    atRisk = now;
    return news;
  }

  RoomSummary summary() {
    return new RoomSummary(
        id, name, kind, owner, place, seats.size(), stage.sharer(), atRisk, options);
  }

  /** What outlives a restart; nothing of a call does. */
  Optional<KeptRoom> kept() {
    return name.map(known -> new KeptRoom(id, known, kind, owner, options));
  }
}
