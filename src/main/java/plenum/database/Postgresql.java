package plenum.database;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import plenum.settings.DatabaseSettings;

/** A PostgreSQL database as the settings name it. */
final class Postgresql {

  private Postgresql() {}

  static DataSource at(String url, DatabaseSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
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
