package plenum.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that was done once and for all. */
@Entity
@Table(name = "done_once")
public class OnceRow {

  @Id
  @Column(name = "name")
  private String name;

  @Column(name = "at")
  private Instant at;

  protected OnceRow() {}

  private OnceRow(String name) {
    this.name = name;
    this.at = Instant.now();
  }

  /** Whether it was not done yet; from the end of this transaction on it is. */
  public static boolean claim(EntityManager manager, String name) {
    if (manager.find(OnceRow.class, name) != null) {
      return false;
    }
    manager.persist(new OnceRow(name));
    return true;
  }
}
