package plenum.database.guest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plenum.account.guest.GuestLink;
import plenum.account.guest.GuestLink.End;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/** A guest link. */
@Entity
@Table(name = "guest_link")
public class GuestLinkRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "hash")
  private String hash;

  @Column(name = "room_id")
  private String room;

  @Column(name = "made_by")
  private String by;

  @Column(name = "made_by_name")
  private String byName;

  @Column(name = "made")
  private Instant made;

  @Column(name = "good_until")
  private Instant until;

  @Column(name = "for_one")
  private boolean once;

  @Column(name = "used")
  private int used;

  @Column(name = "ended")
  private String end;

  protected GuestLinkRow() {}

  GuestLinkRow(GuestLink link) {
    this.id = link.id();
    this.hash = link.hash();
    this.room = link.room();
    this.by = link.by().value();
    this.byName = link.byName().value();
    this.made = link.made();
    this.until = link.until();
    this.once = link.once();
    this.used = link.used();
    this.end = link.end().map(End::name).orElse(null);
  }

  static List<GuestLinkRow> all(EntityManager manager) {
    return manager.createQuery("select g from GuestLinkRow g", GuestLinkRow.class).getResultList();
  }

  GuestLink link() {
    return new GuestLink(
        id,
        hash,
        room,
        new PersonId(by),
        DisplayName.of(byName),
        made,
        until,
        once,
        used,
        Optional.ofNullable(end).map(End::valueOf));
  }
}
