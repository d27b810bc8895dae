package plenum.database.room;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.room.KeptRoom;
import plenum.room.Owner;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomOptions;

/** A room. */
@Entity
@Table(name = "room")
public class RoomRow {

  @Id
  @Column(name = "id")
  private String id;

  /** Rooms are listed in the order of this one. */
  @Column(name = "place")
  private long place;

  @Column(name = "name")
  private String name;

  @Column(name = "kind")
  private String kind;

  @Column(name = "owner_id")
  private String ownerId;

  @Column(name = "owner_name")
  private String ownerName;

  @ElementCollection
  @CollectionTable(name = "room_option", joinColumns = @JoinColumn(name = "room_id"))
  @MapKeyColumn(name = "name")
  @Column(name = "setting")
  private Map<String, String> options;

  protected RoomRow() {}

  RoomRow(KeptRoom room, long place) {
    this.id = room.id().value();
    this.place = place;
    this.name = room.name().value();
    this.kind = room.kind().app();
    this.ownerId = room.owner().map(owner -> owner.person().value()).orElse(null);
    this.ownerName = room.owner().flatMap(Owner::name).map(DisplayName::value).orElse(null);
    this.options = new HashMap<>(room.options().toMap());
  }

  static List<RoomRow> all(EntityManager manager) {
    return manager
        .createQuery(
            "select distinct r from RoomRow r left join fetch r.options order by r.place",
            RoomRow.class)
        .getResultList();
  }

  static void remove(EntityManager manager, RoomId room) {
    RoomRow row = manager.find(RoomRow.class, room.value());
    if (row != null) {
      manager.remove(row);
    }
  }

  long place() {
    return place;
  }

  String id() {
    return id;
  }

  /**
   * @throws RuntimeException when it holds what this Plenum does not understand
   */
  KeptRoom room() {
    return new KeptRoom(
        new RoomId(id),
        new RoomName(name),
        PlaceKind.listed(kind).orElseThrow(),
        Optional.ofNullable(owner()),
        RoomOptions.of(options));
  }

  private Owner owner() {
    return ownerId == null
        ? null
        : new Owner(new PersonId(ownerId), Optional.ofNullable(ownerName).map(DisplayName::of));
  }
}
