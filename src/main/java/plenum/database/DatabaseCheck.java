package plenum.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import plenum.settings.DatabaseSettings;
import plenum.settings.StartRefused;

/** Whether the PostgreSQL database that the settings name can be used, before anything starts. */
public final class DatabaseCheck {

  private DatabaseCheck() {}

  /**
   * Asks it once, for as long as one answer may take; changes nothing.
   *
   * @return in one sentence; empty where nothing is wrong, and for a file, which is nobody's to ask
   */
  public static Optional<String> problem(DatabaseSettings settings) {
    return settings.url().flatMap(url -> problem(url, settings));
  }

  private static Optional<String> problem(String url, DatabaseSettings settings) {
    try (Connection connection = Postgresql.at(url, settings).getConnection()) {
      Optional<String> encoding = Encoding.problem(connection);
      return encoding.isPresent() ? encoding : Format.problem(connection);
    } catch (SQLException failed) {
      return Optional.of(Opening.sentence(failed, settings));
    } catch (StartRefused malformed) {
      return Optional.of(malformed.getMessage());
    }
  }
}
