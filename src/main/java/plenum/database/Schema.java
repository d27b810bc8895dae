package plenum.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import plenum.settings.StartRefused;

/** The tables: brought forward step by step, never back. */
final class Schema {

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
    MigrationVersion known = MigrationVersion.fromVersion(Integer.toString(Format.NEWEST));
    for (MigrationInfo step : flyway.info().all()) {
      if (step.getState().isApplied() && known.compareTo(step.getVersion()) < 0) {
        throw new StartRefused(Format.newer(step.getVersion().getVersion()));
      }
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
