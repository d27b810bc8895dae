package plenum.database;

/**
 * The database does not answer now, or cannot write; the message is what it, or the way to it, said
 * last.
 */
public final class DatabaseAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean answering;

  DatabaseAway(Throwable cause) {
    super(Fault.said(cause), cause);
    this.answering = false;
  }

  private DatabaseAway(String why, Throwable cause) {
    super(why, cause);
    this.answering = true;
  }

  /** Of a database that answers, but is not well. */
  static DatabaseAway answering(String why, Throwable cause) {
    return new DatabaseAway(why, cause);
  }

  /** Whether it answers, and cannot do what was asked. */
  boolean isAnswering() {
    return answering;
  }

  /** What cannot be done, without a dot. */
  String what() {
    return answering ? "The database cannot be written" : "The database does not answer";
  }
}
