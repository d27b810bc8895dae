package plenum.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.right.Rights;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomRefused.Reason;
import plenum.settings.Network;

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

  private Room(
      RoomId id,
      PlaceKind kind,
      Optional<RoomName> name,
      Optional<Owner> owner,
      Set<PersonId> permitted) {
    this.id = id;
    this.place = new Place(kind, id.value());
    this.permitted = new HashSet<>(permitted);
    this.kind = kind;
    this.name = name;
    this.owner = owner;
  }

  /** A room that everybody may join. */
  static Room of(KeptRoom room) {
    return new Room(room.id(), room.kind(), Optional.of(room.name()), room.owner(), Set.of());
  }

  /** A room of these persons alone. */
  static Room ofCall(RoomId id, Set<PersonId> permitted) {
    return new Room(id, PlaceKind.CALL, Optional.empty(), Optional.empty(), permitted);
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
   * Whether somebody may take a seat.
   *
   * @param most people who may be inside
   * @throws RoomRefused {@code NOT_ALLOWED} in a call of others, {@code ROOM_FULL}
   */
  void requireSpace(Actor actor, Rights rights, int most) {
    if (!isListed()) {
      if (!rights.mayEnterCall(actor, permitted)) {
        throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.call-of-others");
      }
    } else if (size() >= most) {
      throw new RoomRefused(Reason.ROOM_FULL, "room-full", size());
    }
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
    return new RoomSummary(id, name, kind, owner, place, seats.size(), stage.sharer(), atRisk);
  }

  /** What outlives a restart; nothing of a call does. */
  Optional<KeptRoom> kept() {
    return name.map(known -> new KeptRoom(id, known, kind, owner));
  }
}
