package plenum.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import plenum.settings.DatabaseSettings;
import plenum.settings.StartRefused;

/**
 * The first connection: waits for a database that is not there yet, and not for one that refuses.
 */
final class Opening {

  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final String IN_USE = "90020"; // Of H2.
  private static final Duration PAUSE = Duration.ofMillis(500);

  private Opening() {}

  /**
   * Waits until the database answers.
   *
   * @throws StartRefused when it refuses, or does not answer in time
   */
  static void await(DataSource connections, DatabaseSettings settings) {
    long end = System.nanoTime() + settings.startWait().toNanos();
    boolean told = false;
    while (true) {
      try (Connection connection = connections.getConnection()) {
        connection.getMetaData();
        return;
      } catch (SQLException failed) {
        SQLException first = first(failed);
        if (!isAway(first) || System.nanoTime() - end >= 0) {
          throw new StartRefused(sentence(first, settings));
        }
        if (!told) {
          LOG.log(Level.WARNING, "Waiting for the database: {0}", said(first));
          told = true;
        }
        pause();
      }
    }
  }

  /** The pool wraps what happened. */
  private static SQLException first(SQLException failed) {
    SQLException first = failed;
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        first = sql;
      }
    }
    return first;
  }

  /**
   * PostgreSQL: 08 has no connection, 57P a server that starts or stops, 53 too many connections.
   */
  private static boolean isAway(SQLException failed) {
    String state = failed.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53");
  }

  private static String said(SQLException failed) {
    return String.valueOf(failed.getMessage()).lines().findFirst().orElse("").strip();
  }

  /** Why it cannot be used, and what to look at. */
  static String sentence(SQLException failed, DatabaseSettings settings) {
    if (settings.url().isPresent()) {
      return ("The database (setting plenum.store.url) cannot be used: %s. Look whether it runs,"
              + " and at plenum.store.username and plenum.store.password.")
          .formatted(said(failed));
    }
    return "The database %s.mv.db in the data directory (setting plenum.data.dir) cannot be used: %s"
        .formatted(Connections.FILE, remedy(failed));
  }

  /** Nobody is to be told to remove a file in which nothing is wrong. */
  private static String remedy(SQLException failed) {
    Optional<String> fault = Fault.of(failed);
    if (IN_USE.equals(failed.getSQLState())) {
      return "another program has opened it. End that one.";
    }
    return fault
        .map("%s. Mend that; the file is as it was."::formatted)
        .orElseGet(
            () ->
                said(failed)
                    + ". Restore it from the backup, or move it away to begin without records.");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The start was given up while it waited for the database.");
    }
  }
}
