package plenum.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import plenum.settings.StartRefused;

/**
 * How a PostgreSQL database keeps texts. One that was made without an encoding has that of its
 * cluster: on old systems {@code LATIN1} and the like, which have not all letters, and where the
 * system's language is unknown {@code SQL_ASCII}, which counts bytes instead of letters and knows
 * none of the orders of ICU.
 */
final class Encoding {

  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final String WANTED = "UTF8";

  private static final String FOUND =
      "The database (setting plenum.store.url) keeps texts as %s, and Plenum needs %s. %s";

  private Encoding() {}

  /**
   * Looks at it before the first table is made. One that is in use already goes on, with a warning.
   *
   * @throws StartRefused when it is empty, and keeps texts otherwise than Plenum needs
   */
  static void require(DataSource connections) {
    try (Connection connection = connections.getConnection()) {
      String found = of(connection);
      if (found.equals(WANTED)) {
        return;
      }
      problem(connection)
          .ifPresent(
              refused -> {
                throw new StartRefused(refused);
              });
      LOG.log(
          Level.WARNING,
          told(found, "Copy it, and restore the copy as docs/operations/backup.md says."));
    } catch (SQLException failed) {
      throw new StartRefused(
          "The database (setting plenum.store.url) does not say how it keeps texts: %s."
              .formatted(failed.getMessage()));
    }
  }

  /** Why Plenum does not begin with it, in one sentence; empty where it does. */
  static Optional<String> problem(Connection connection) throws SQLException {
    String found = of(connection);
    return found.equals(WANTED) || Format.isThere(connection)
        ? Optional.empty()
        : Optional.of(told(found, "Drop it, and make it as docs/operations/database.md says."));
  }

  private static String told(String found, String remedy) {
    return FOUND.formatted(found, WANTED, remedy);
  }

  private static String of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet told = statement.executeQuery("show server_encoding")) {
      told.next();
      return told.getString(1);
    }
  }
}
