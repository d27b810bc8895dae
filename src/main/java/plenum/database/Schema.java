package plenum.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import plenum.settings.StartRefused;

/** The tables: brought forward step by step, never back. */
final class Schema {

  /** The number of the newest step. */
  static final int FORMAT = 174;

  /** Where Flyway writes down which steps were taken. */
  static final String STEPS_TAKEN = "flyway_schema_history";

  private static final String STEPS = "classpath:plenum/database/migrations";

  private Schema() {}

  /**
   * @throws StartRefused when a newer Plenum was here, or a step fails
   */
  static void bringForward(DataSource connections) {
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(connections)
            .locations(STEPS)
            .loggers("slf4j")
            .ignoreMigrationPatterns(new String[0]) // Else steps of a newer Plenum pass.
            .load();
    try {
      migrate(flyway);
    } catch (FlywayException failed) {
      throw new StartRefused(
          "The tables of the database cannot be brought forward: %s. The next start tries it again."
              .formatted(firstLine(failed)));
    }
  }

  /** What is there is looked at once, unless it is not as it should be. */
  private static void migrate(Flyway flyway) {
    try {
      flyway.migrate();
    } catch (FlywayValidateException unknown) {
      requireKnown(flyway);
      throw unknown;
    }
  }

  private static void requireKnown(Flyway flyway) {
    MigrationVersion known = MigrationVersion.fromVersion(Integer.toString(FORMAT));
    for (MigrationInfo step : flyway.info().all()) {
      if (step.getState().isApplied() && known.compareTo(step.getVersion()) < 0) {
        throw new StartRefused(newer(step.getVersion().getVersion()));
      }
    }
  }

  private static String newer(String found) {
    return ("The database is of format %s, but this Plenum knows none above %d: a newer one wrote"
            + " it. Start that one, or restore the backup from before the upgrade.")
        .formatted(found, FORMAT);
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
      return newest > FORMAT ? Optional.of(newer(Integer.toString(newest))) : Optional.empty();
    }
  }

  /** Whether a Plenum has been here. */
  static boolean isThere(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), STEPS_TAKEN, null)) {
      return tables.next();
    }
  }

  private static String firstLine(FlywayException failed) {
    return String.valueOf(failed.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("")
        .strip();
  }
}
