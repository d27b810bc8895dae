package plenum.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import plenum.settings.StartRefused;

/**
 * How a PostgreSQL database keeps texts. One that was made without an encoding has that of its
 * cluster: on old systems {@code LATIN1} and the like, which have not all letters, and where the
 * system's language is unknown {@code SQL_ASCII}, which keeps whatever comes and counts bytes
 * instead of letters: what Plenum writes fits.
 */
final class Encoding {

  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final Set<String> OF_ALL_LETTERS = Set.of("UTF8", "SQL_ASCII");

  private static final String FOUND =
      "The database (setting plenum.store.url) keeps texts as %s, which has not all letters. %s";

  private Encoding() {}

  /**
   * Looks at it before the first table is made. One that is in use already goes on, with a warning.
   *
   * @throws StartRefused when it is empty, and has not all letters
   */
  static void require(DataSource connections) {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      String found = encoding(statement);
      if (OF_ALL_LETTERS.contains(found)) {
        return;
      }
      if (!isInUse(connection)) {
        throw new StartRefused(
            FOUND.formatted(found, "Drop it, and make it as docs/operations/database.md says."));
      }
      LOG.log(
          Level.WARNING,
          FOUND.formatted(
              found, "Copy it, and restore the copy as docs/operations/backup.md says."));
    } catch (SQLException failed) {
      throw new StartRefused(
          "The database (setting plenum.store.url) does not say how it keeps texts: %s."
              .formatted(failed.getMessage()));
    }
  }

  private static String encoding(Statement statement) throws SQLException {
    try (ResultSet told = statement.executeQuery("show server_encoding")) {
      told.next();
      return told.getString(1);
    }
  }

  private static boolean isInUse(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
      return tables.next();
    }
  }
}
