package plenum.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.h2.jdbc.JdbcSQLNonTransientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.store.Storage;
import plenum.testing.PostgresServer;
import plenum.testing.Product;
import plenum.testing.SmallDisk;
import plenum.testing.Waiting;

/** A database that answers, and cannot write. */
class UnwritableTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LONG = "x".repeat(100_000);

  @TempDir Path folder;
  private final Storage storage = new Storage();
  private int written;

  private static long change(Database database, String sql) {
    return database.change(manager -> manager.createNativeQuery(sql).executeUpdate());
  }

  private static long count(Database database) {
    return database.read(
        manager ->
            ((Number) manager.createNativeQuery("select count(*) from heap").getSingleResult())
                .longValue());
  }

  /** What is in the file at this moment. */
  private long countAsAfterAKill() throws IOException {
    Path file = folder.resolve("plenum.mv.db");
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.copy(file, copy.resolve("plenum.mv.db"));
    try (Database found = Database.open(Product.settings(Optional.empty()), copy)) {
      return count(found);
    }
  }

  private void write(WriteQueue queue) {
    int number = written++;
    queue.add(
        manager ->
            manager
                .createNativeQuery("insert into heap values (?1, ?2)")
                .setParameter(1, number)
                .setParameter(2, LONG)
                .executeUpdate());
  }

  /** With a table to write to. */
  private WriteQueue queueOf(Database database) {
    change(database, "create table heap (number integer primary key, text varchar)");
    return new WriteQueue(database, 1000, storage);
  }

  private void isWrittenOnALargerDisk(SmallDisk disk, WriteQueue queue, Database database)
      throws Exception {
    disk.remount("size=500m");
    isWrittenWhenThatIsMended(queue, database);
    assertEquals(written, countAsAfterAKill());
  }

  private void isWrittenWhenThatIsMended(WriteQueue queue, Database database) {
    assertEquals(0, queue.lost());
    assertTrue(queue.flush(PATIENCE));
    assertEquals(Optional.empty(), storage.problem());
    assertFalse(queue.isFailing());
    assertEquals(written, count(database));
  }

  private Optional<String> writeMore(WriteQueue queue) {
    if (written < 1000 && queue.size() < 10) {
      write(queue);
    }
    return storage.problem();
  }

  @Test
  void losesNothingOnAFullDisk() throws Exception {
    try (SmallDisk disk = SmallDisk.at(folder, "2m");
        Database database = Database.open(Product.settings(Optional.empty()), folder);
        WriteQueue queue = queueOf(database)) {
      String problem =
          Waiting.until("a failure", PATIENCE, () -> writeMore(queue), Optional::isPresent)
              .orElseThrow();
      assertTrue(problem.contains("No space left on device"), problem);
      assertTrue(count(database) > 0, "what is there can be read");
      long failures = storage.failures();
      for (int i = 0; i < 100; i++) {
        write(queue);
      }
      assertTrue(storage.failures() <= failures + 2, "there are pauses, whatever comes meanwhile");

      isWrittenOnALargerDisk(disk, queue, database);
    }
  }

  /** An account that is told so waits in no queue: what comes later is the first to be tried. */
  @Test
  void losesNothingAfterSomebodyWasToldThatTheDiskIsFull() throws Exception {
    try (SmallDisk disk = SmallDisk.at(folder, "2m");
        Database database = Database.open(Product.settings(Optional.empty()), folder);
        WriteQueue queue = queueOf(database)) {
      change(database, "create table beside (text varchar)");
      String account = "insert into beside values ('%s')".formatted(LONG);
      assertThrows(
          DatabaseAway.class,
          () -> {
            for (int i = 0; i < 1000; i++) {
              change(database, account);
            }
          });
      // The file is opened anew, which may have given a little room back.
      Waiting.until("a failure", PATIENCE, () -> writeMore(queue), Optional::isPresent);

      isWrittenOnALargerDisk(disk, queue, database);
    }
  }

  /** As one that was made the copy of another, or whose disk its guard closed. */
  @Test
  void waitsForADatabaseThatMayOnlyBeRead() throws Exception {
    Product.Fresh fresh = Product.POSTGRESQL.fresh();
    String url = fresh.settings().url().orElseThrow();
    String name = url.replaceAll(".*/([^?]*).*", "$1");
    try (Database database = fresh.open();
        WriteQueue queue = queueOf(database)) {
      become(url, "alter database %s set default_transaction_read_only = on".formatted(name));
      write(queue);
      Optional<String> problem =
          Waiting.until(
              "a failure", PATIENCE, storage::problem, now -> now.toString().contains("read-only"));
      assertTrue(queue.isFailing(), problem::toString);

      become(url, "alter database %s reset default_transaction_read_only".formatted(name));
      isWrittenWhenThatIsMended(queue, database);
    }
  }

  /** Its settings count for connections that are made later. */
  private static void become(String url, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      statement.execute(sql);
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "53100, true", // PostgreSQL's disk is full.
    "58030, true",
    "08006, true",
    "57P01, true",
    "40P01, true",
    "90098, true",
    "22001, false",
    "23505, false",
    "42P01, false",
    "90028, false" // Of H2, for a file that is no database, too.
  })
  void isNotToldFromWhatItDoesNotTakeByItsAnsweringAlone(String state, boolean fault) {
    RuntimeException failed = new IllegalStateException(new SQLException("so it is", state));

    assertEquals(fault ? Optional.of("so it is") : Optional.empty(), Fault.of(failed));
  }

  /** Whoever runs Plenum knows nothing of the insides of H2. */
  @Test
  void isToldInTheWordsOfTheSystemAlsoWhereItDoesNotAnswer() {
    IOException system = new IOException("Input/output error");
    SQLException ofH2 = new JdbcSQLNonTransientException("", "", "HY000", 50000, system, "");
    assertEquals("Input/output error", new DatabaseAway(ofH2).getMessage());
    assertEquals(
        "Connection to db refused.",
        new DatabaseAway(new SQLException("Connection to db refused.", system)).getMessage());
  }

  @Test
  void isToldInTheWordsOfTheSystem() {
    SQLException outer =
        new SQLException("General error", "HY000", new IOException("No space left on device"));

    assertEquals(Optional.of("No space left on device"), Fault.of(outer));
    assertEquals(
        Optional.of("Permission denied"),
        Fault.of(new SQLException("General error", new AccessDeniedException("plenum.mv.db"))));
    assertEquals(
        Optional.empty(),
        Fault.of(new SQLException("too short", "HY000", new EOFException("of a damaged file"))));
  }
}
