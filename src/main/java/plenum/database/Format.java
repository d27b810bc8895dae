package plenum.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Which steps brought the tables forward, as far as a check before a start has to know it: without
 * Flyway, which is not there then.
 */
final class Format {

  /** The number of the newest step of this Plenum. */
  static final int NEWEST = 174;

  /** Where Flyway writes down which steps were taken. */
  private static final String STEPS_TAKEN = "flyway_schema_history";

  private Format() {}

  /** The sentence on tables of a newer Plenum. */
  static String newer(String found) {
    return ("The database is of format %s, but this Plenum knows none above %d: a newer one wrote"
            + " it. Start that one, or restore the backup from before the upgrade.")
        .formatted(found, NEWEST);
  }

  /**
   * Why the tables are none of this Plenum's, in one sentence; empty where they are, or can be
   * brought forward, or are not there yet. Changes nothing.
   */
  static Optional<String> problem(Connection connection) throws SQLException {
    if (!isThere(connection)) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet steps =
            statement.executeQuery("select \"version\" from \"" + STEPS_TAKEN + "\"")) {
      int newest = 0;
      while (steps.next()) {
        newest = Math.max(newest, steps.getInt(1));
      }
      return newest > NEWEST ? Optional.of(newer(Integer.toString(newest))) : Optional.empty();
    }
  }

  /** Whether a Plenum has been here. */
  static boolean isThere(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), STEPS_TAKEN, null)) {
      return tables.next();
    }
  }
}
