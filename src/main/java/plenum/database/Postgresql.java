package plenum.database;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import plenum.settings.DatabaseSettings;
import plenum.settings.StartRefused;

/** A PostgreSQL database as the settings name it. */
final class Postgresql {

  private Postgresql() {}

  /**
   * What makes connections to it; makes none yet.
   *
   * @throws StartRefused when the URL is none, without the secrets that may be in it
   */
  static DataSource at(String url, DatabaseSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setURL(url);
    } catch (IllegalArgumentException malformed) { // The driver says all of the URL.
      throw new StartRefused(
          "The setting plenum.store.url names no database that the driver can find: %s."
              .formatted(DatabaseSettings.withoutSecrets(url)));
    }
    if (!settings.username().isEmpty()) {
      source.setUser(settings.username());
    }
    if (!settings.password().isEmpty()) {
      source.setPassword(settings.password());
    }
    int seconds = (int) Math.max(1, settings.answerTime().toSeconds());
    source.setConnectTimeout(seconds);
    source.setLoginTimeout(seconds);
    source.setSocketTimeout(seconds);
    source.setTcpKeepAlive(true);
    source.setApplicationName("plenum");
    return source;
  }
}
