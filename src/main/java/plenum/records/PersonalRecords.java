package plenum.records;

import jakarta.json.JsonValue;
import java.util.Set;
import plenum.identity.PersonId;

/**
 * What one feature keeps under a person. Methods may wait for a database, and throw {@link
 * RecordsRefused} when it is away.
 */
public interface PersonalRecords {

  /**
   * So many entries of a list are told at most, so that nobody makes the server read without end.
   */
  int MOST = 10_000;

  /** When it is the feature's turn to erase: those of one turn do not need each other. */
  enum Turn {
    /** Nobody is let in as that person; may be refused, and then nothing is erased at all. */
    ACCOUNT,
    /** Whatever is connected ends. */
    CONNECTIONS,
    /** What the person does now ends, and others' present things do not name that one any more. */
    PLACES,
    /** What is only kept. */
    RECORDS
  }

  /** Its name in what is told, as JSON names things. */
  String name();

  Turn turn();

  /** All of it, the newest {@link #MOST} of a list. */
  JsonValue of(PersonId person);

  /** As {@link #of}, for who looks after the site: without what was said to one person alone. */
  default JsonValue toOthers(PersonId person) {
    return of(person);
  }

  /**
   * Deletes what the feature itself keeps, of everybody, and has kept long enough; tells how much.
   */
  default int deleteOld() {
    return 0;
  }

  /** By which login names others' records may name the person. */
  default Set<String> logins(PersonId person) {
    return Set.of();
  }

  /**
   * Erases the person's own records; in others', {@link Erased} takes the person's place. Does
   * nothing where nothing is kept. What was kept before is gone when {@link RecordKeeping#settle}
   * returns, also what waited to be written.
   */
  void erase(Erasure erasure);
}
