package plenum.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import plenum.identity.PersonId;
import plenum.records.RecordsRefused;
import plenum.settings.DatabaseSettings;
import plenum.settings.StartRefused;
import plenum.store.DataDirectory;
import plenum.store.StoreFailure;

/**
 * A database that is open, with its tables as this Plenum needs them. Thread-safe; every method may
 * wait for it.
 */
public final class Database implements AutoCloseable {

  private static final int PROBE_SECONDS = 5;
  private static final Duration CLOSED = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final HikariDataSource connections;
  private final EntityManagerFactory managers;
  private final Comparison comparison;

  /** Something could not be written since something last was. */
  private volatile boolean doubtful;

  private Database(HikariDataSource connections) {
    this.connections = connections;
    this.comparison = Comparison.in(connections);
    this.managers = Unit.open(connections);
  }

  /**
   * Opens it, and brings its tables forward.
   *
   * @param directory where the file is, unless the settings name another database
   * @throws StartRefused when it cannot be used, and somebody has to mend something
   */
  public static Database open(DatabaseSettings settings, Path directory) {
    HikariDataSource connections = Connections.to(settings, directory);
    try {
      Opening.await(connections, settings);
      if (settings.url().isEmpty()) {
        closeToOthers(directory);
      } else {
        Encoding.require(connections);
      }
      Schema.bringForward(connections);
      if (settings.url().isEmpty()) {
        Connections.sortInMemory(connections);
      }
      return new Database(connections);
    } catch (RuntimeException refused) {
      connections.close();
      throw refused;
    }
  }

  /** The file is made with the rights that the system gives every file. */
  private static void closeToOthers(Path directory) {
    try {
      new DataDirectory(directory).file(Connections.FILE + ".mv.db").closeToOthers();
    } catch (StoreFailure failed) {
      throw new StartRefused(failed.getMessage());
    }
  }

  /** How texts are compared here. */
  public Comparison comparison() {
    return comparison;
  }

  /**
   * Asks something; once more where what failed is not the question: on a full disk H2 closes its
   * file, and opens it for the next one.
   *
   * @throws DatabaseAway when it does not answer
   */
  public <T> T read(Function<EntityManager, T> question) {
    try {
      return transact(question);
    } catch (DatabaseAway away) {
      if (!away.isAnswering()) {
        throw away;
      }
      return transact(question);
    }
  }

  /**
   * Asks something that somebody waits for.
   *
   * @throws RecordsRefused {@code RECORDS_UNAVAILABLE} when it does not answer
   */
  public <T> T ask(Function<EntityManager, T> question) {
    try {
      return read(question);
    } catch (DatabaseAway away) {
      throw RecordsRefused.unavailable();
    }
  }

  /**
   * What is kept under a person.
   *
   * @param query in JPQL, which names the person {@code :person}, and the order
   * @param most how many there may be
   * @throws RecordsRefused {@code RECORDS_UNAVAILABLE} when it does not answer
   */
  public <R> List<R> rowsOf(PersonId person, String query, Class<R> type, int most) {
    return ask(
        manager ->
            manager
                .createQuery(query, type)
                .setParameter("person", person.value())
                .setMaxResults(most)
                .getResultList());
  }

  /**
   * Does something that somebody waits for.
   *
   * @param away makes what is thrown when it does not answer
   */
  public void keep(Consumer<EntityManager> step, Supplier<? extends RuntimeException> away) {
    try {
      change(
          manager -> {
            step.accept(manager);
            return true;
          });
    } catch (DatabaseAway gone) {
      throw away.get();
    }
  }

  /**
   * H2 opens a file anew when nobody has it open, and finds out then whether it can be written; as
   * long as a single connection is left, it goes on with what it gave up, and writes nothing.
   */
  private synchronized void closeAll() {
    HikariPoolMXBean pool = connections.getHikariPoolMXBean();
    long late = System.nanoTime() + CLOSING.toNanos();
    pool.suspendPool();
    try {
      pool.softEvictConnections();
      do {
        Thread.sleep(CLOSED.toMillis()); // They are closed by a thread of the pool.
      } while (pool.getTotalConnections() > 0 && System.nanoTime() - late < 0);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      pool.resumePool();
    }
  }

  /**
   * Does something wholly or not at all.
   *
   * @throws DatabaseAway when it does not answer or cannot write, and whether it was done is not
   *     known
   */
  public <T> T change(Function<EntityManager, T> step) {
    if (doubtful) {
      closeAll();
    }
    T result = transact(step);
    doubtful = false;
    return result;
  }

  private <T> T transact(Function<EntityManager, T> step) {
    try (EntityManager manager = managers.createEntityManager()) {
      EntityTransaction transaction = manager.getTransaction();
      transaction.begin();
      try {
        T result = step.apply(manager);
        transaction.commit();
        return result;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    } catch (RuntimeException failed) {
      throw judged(failed);
    }
  }

  /** That it answers does not say that it can write: on a full disk it does the one alone. */
  private RuntimeException judged(RuntimeException failed) {
    Optional<String> fault = Fault.of(failed);
    if (fault.isPresent()) {
      doubtful = true;
      connections.getHikariPoolMXBean().softEvictConnections();
    }
    if (!isReachable()) {
      return new DatabaseAway(failed);
    }
    return fault.<RuntimeException>map(why -> DatabaseAway.answering(why, failed)).orElse(failed);
  }

  /**
   * Copies the file as it is at one moment into an archive, while it is used.
   *
   * @throws IllegalStateException for a database that is no file
   */
  void copyTo(Path archive) {
    try (Connection connection = connections.getConnection();
        PreparedStatement copy = connection.prepareStatement("backup to ?")) {
      if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
        throw new IllegalStateException("PostgreSQL has tools of its own for this");
      }
      copy.setString(1, archive.toString());
      copy.execute();
    } catch (SQLException failed) {
      throw new DatabaseAway(failed);
    }
  }

  /** Whether it answers at this moment. */
  boolean isReachable() {
    try (Connection connection = connections.getConnection()) {
      return connection.isValid(PROBE_SECONDS);
    } catch (SQLException away) {
      return false;
    }
  }

  /** Its product and version, such as {@code H2 2.5.252}. */
  public String product() {
    try (Connection connection = connections.getConnection()) {
      var about = connection.getMetaData();
      return about.getDatabaseProductName()
          + " "
          + about.getDatabaseProductVersion().replaceFirst("[ (].*", "");
    } catch (SQLException away) {
      throw new DatabaseAway(away);
    }
  }

  @Override
  public void close() {
    if (managers.isOpen()) {
      managers.close();
      connections.close();
    }
  }
}
