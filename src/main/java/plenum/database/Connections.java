package plenum.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import plenum.settings.DatabaseSettings;

/** The connections to a database, a few that are used again. */
final class Connections {

  /** H2's file, without its ending. */
  static final String FILE = "plenum";

  private static final System.Logger LOG = System.getLogger(Connections.class.getName());

  /**
   * Of H2: what is committed is in the file at once, no file tells of errors (Plenum does), and the
   * end of the Java machine leaves the closing to Plenum.
   */
  private static final String H2 =
      ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";

  /**
   * What H2 sorts it holds in memory up to this many lines; with more it writes all of them into
   * its file first, which makes that larger by some 15 MB at each question. Said once, and kept in
   * the file: said by every connection, H2 2.5.252 went on without a word, and without writing,
   * when its file was opened anew on a full disk.
   */
  private static final String SORTED = "set max_memory_rows 200000";

  /** How long somebody waits for one that is free, or for a database that is away. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Connections() {}

  static HikariDataSource to(DatabaseSettings settings, Path directory) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(
        settings.url().map(url -> Postgresql.at(url, settings)).orElseGet(() -> file(directory)));
    config.setPoolName("plenum-store");
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1); // Opening tells it better.
    config.setRegisterMbeans(false);
    config.setAllowPoolSuspension(true); // While all are closed.
    return new HikariDataSource(config);
  }

  /** Has a file sort in memory; where that cannot be said now, it takes longer to sort. */
  static void sortInMemory(DataSource file) {
    try (Connection connection = file.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(SORTED);
    } catch (SQLException later) {
      LOG.log(Level.DEBUG, "What is sorted goes by the file", later);
    }
  }

  private static DataSource file(Path directory) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + directory.resolve(FILE) + H2);
    source.setUser("plenum");
    source.setPassword("");
    return source;
  }
}
