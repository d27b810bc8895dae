package plenum.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One run of a server, and how far it has written. */
@Entity
@Table(name = "writer")
public class WriterRow {

  @Id
  @Column(name = "id")
  private String id;

  /** The number of the last batch that is in the database. */
  @Column(name = "batch")
  private long batch;

  /** When that was written. */
  @Column(name = "at")
  private Instant at;

  protected WriterRow() {}

  WriterRow(String id, long batch, Instant at) {
    this.id = id;
    this.batch = batch;
    this.at = at;
  }

  long batch() {
    return batch;
  }
}
