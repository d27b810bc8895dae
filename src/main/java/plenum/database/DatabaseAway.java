package plenum.database;

import java.sql.SQLException;

/** The database does not answer now; the message is what it, or the way to it, said last. */
public final class DatabaseAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseAway(Throwable cause) {
    super(said(cause), cause);
  }

  /** What is farthest in is what happened. */
  private static String said(Throwable cause) {
    String said = cause.getClass().getSimpleName();
    for (Throwable next = cause; next != null; next = next.getCause()) {
      if (next instanceof SQLException sql && sql.getMessage() != null) {
        said = sql.getMessage().lines().findFirst().orElse(said).strip();
      }
    }
    return said;
  }
}
