package plenum.database.presence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.presence.KeptName;

/** How somebody was called. */
@Entity
@Table(name = "kept_name")
public class NameRow {

  @Id
  @Column(name = "person")
  private String person;

  @Column(name = "name")
  private String name;

  /** Days since 1970. */
  @Column(name = "last_day")
  private long day;

  protected NameRow() {}

  NameRow(KeptName kept) {
    this.person = kept.person().value();
    this.name = kept.name().value();
    this.day = kept.day().toEpochDay();
  }

  static List<NameRow> all(EntityManager manager) {
    return manager
        .createQuery("select n from NameRow n order by n.day", NameRow.class)
        .getResultList();
  }

  static void remove(EntityManager manager, PersonId person) {
    NameRow row = manager.find(NameRow.class, person.value());
    if (row != null) {
      manager.remove(row);
    }
  }

  String person() {
    return person;
  }

  /**
   * @throws RuntimeException when it holds what this Plenum does not understand
   */
  KeptName name() {
    return new KeptName(new PersonId(person), DisplayName.of(name), LocalDate.ofEpochDay(day));
  }
}
