package plenum.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.settings.DatabaseSettings;
import plenum.settings.StartRefused;
import plenum.testing.FreePorts;
import plenum.testing.PostgresServer;
import plenum.testing.Product;

class DatabaseTest {

  @TempDir Path folder;

  @Test
  void isTheOneThatTheDocumentsName() throws IOException {
    try (Database database = Product.H2.fresh().open()) {
      assertTrue(
          Files.readString(Path.of("docs/operations/database.md"))
              .contains("(" + database.product() + ", which is in Plenum)"),
          database.product());
    }
  }

  /** It is kept in the file, and comes with it. */
  @Test
  void sortsInMemory() {
    for (int time = 0; time < 2; time++) {
      try (Database database = Database.open(Product.settings(Optional.empty()), folder)) {
        String rows =
            "select setting_value from information_schema.settings"
                + " where setting_name = 'MAX_MEMORY_ROWS'";
        assertEquals(
            "200000",
            database.read(manager -> manager.createNativeQuery(rows).getSingleResult().toString()));
      }
    }
  }

  @Test
  void isAFileThatNobodyElseReads() throws IOException {
    Database.open(Product.settings(Optional.empty()), folder).close();
    Path file = folder.resolve("plenum.mv.db");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void isNotTouchedWhenANewerPlenumWroteIt(Product product) {
    Product.Fresh fresh = product.fresh();
    try (Database database = fresh.open()) {
      database.change(
          manager ->
              manager
                  .createNativeQuery(
                      "insert into \"flyway_schema_history\" values (9999, '9999', 'later', 'SQL',"
                          + " 'V9999__later.sql', 0, 'plenum', current_timestamp, 0, true)")
                  .executeUpdate());
    }

    StartRefused refused = assertThrows(StartRefused.class, fresh::open);
    assertTrue(
        refused.getMessage().startsWith("The database is of format 9999, but this Plenum knows"),
        refused.getMessage());
    assertEquals(
        fresh.settings().url().map(postgresql -> refused.getMessage()),
        DatabaseCheck.problem(fresh.settings()),
        "before a start, for a database that can be asked");
  }

  /** The check knows the newest step without Flyway. */
  @Test
  void knowsItsNewestStep() throws IOException {
    try (Stream<Path> steps =
        Files.list(Path.of("src/main/resources/plenum/database/migrations"))) {
      assertEquals(
          Format.NEWEST,
          steps
              .map(step -> step.getFileName().toString())
              .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
              .max()
              .orElseThrow());
    }
  }

  @Test
  void doesNotStartWithAFileThatIsNone() throws IOException {
    Files.writeString(folder.resolve("plenum.mv.db"), "no database at all");
    StartRefused refused =
        assertThrows(
            StartRefused.class, () -> Database.open(Product.settings(Optional.empty()), folder));
    assertTrue(refused.getMessage().contains("Restore it from the backup"), refused.getMessage());
    assertEquals("no database at all", Files.readString(folder.resolve("plenum.mv.db")));
  }

  private static StartRefused refused(String url, String password, Duration wait) {
    DatabaseSettings settings =
        new DatabaseSettings(
            Optional.of(url), "plenum", password, 2, wait, Duration.ofSeconds(10), 100);
    return assertThrows(StartRefused.class, () -> Database.open(settings, Path.of("unused")));
  }

  @Test
  void isNotWaitedForWhenItRefuses() {
    assumeTrue(PostgresServer.missing().isEmpty(), () -> PostgresServer.missing().get());
    String url = PostgresServer.shared().freshDatabase();

    String wrong = refused(url, "guessed", Duration.ofHours(1)).getMessage();
    assertTrue(wrong.contains("password authentication failed"), wrong);
    assertTrue(wrong.contains("plenum.store.username and plenum.store.password"), wrong);
    assertFalse(wrong.contains("guessed"), wrong);

    String missing = refused(url + "x", PostgresServer.PASSWORD, Duration.ofHours(1)).getMessage();
    assertTrue(missing.contains("does not exist"), missing);
  }

  private static String madeAs(String encoding) {
    assumeTrue(PostgresServer.missing().isEmpty(), () -> PostgresServer.missing().get());
    return PostgresServer.shared().freshDatabase("template template0 encoding '" + encoding + "'");
  }

  /** What an installation makes on an old system, and on one that has no language. */
  @ParameterizedTest
  @ValueSource(strings = {"LATIN1", "SQL_ASCII"})
  void isMadeForAllLetters(String encoding) throws Exception {
    String url = madeAs(encoding);
    DatabaseSettings settings = Product.settings(Optional.of(url));
    String message = refused(url, PostgresServer.PASSWORD, Duration.ZERO).getMessage();
    assertTrue(message.contains("keeps texts as " + encoding), message);
    assertEquals(Optional.of(message), DatabaseCheck.problem(settings));

    try (var connections = Connections.to(settings, folder);
        var connection = connections.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table \"flyway_schema_history\" (version text)");
      assertDoesNotThrow(() -> Encoding.require(connections), "one that is in use goes on");
      assertEquals(Optional.empty(), DatabaseCheck.problem(settings));
    }
  }

  /** Sorting and filtering with a collation that it refuses would end each question. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF8", "LATIN1", "SQL_ASCII"})
  void comparesByWhatTheEncodingKnows(String encoding) throws Exception {
    DatabaseSettings settings = Product.settings(Optional.of(madeAs(encoding)));
    try (var connections = Connections.to(settings, folder);
        var connection = connections.getConnection();
        var statement = connection.createStatement();
        var told =
            statement.executeQuery(
                "select " + Comparison.in(connections).regardlessOfCase("cast('A' as text)"))) {
      assertTrue(told.next());
      assertEquals("a", told.getString(1));
    }
  }

  @Test
  void isMadeAsTheDocumentsSay() throws IOException {
    Matcher written =
        Pattern.compile("create database plenum owner plenum (.*);")
            .matcher(Files.readString(Path.of("docs/operations/database.md")));
    assertTrue(written.find());
    assumeTrue(PostgresServer.missing().isEmpty(), () -> PostgresServer.missing().get());
    Optional<String> url = Optional.of(PostgresServer.shared().freshDatabase(written.group(1)));
    assertEquals(Optional.empty(), DatabaseCheck.problem(Product.settings(url)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example:many/plenum?password=geheim",
        "jdbc:postgresql://plenum:geheim@db.example/plenum"
      })
  void saysNoPasswordOfAUrlThatIsNone(String url) {
    String message = refused(url, "", Duration.ofHours(1)).getMessage();
    assertTrue(message.contains("setting plenum.store.url"), message);
    assertTrue(message.contains("db.example"), message);
    assertFalse(message.contains("geheim"), message);
    DatabaseSettings settings = Product.settings(Optional.of(url));
    assertEquals(Optional.of(message), DatabaseCheck.problem(settings));
    assertFalse(settings.toString().contains("geheim"), settings.toString());
  }

  @Test
  void isWaitedForAndThenGivenUp() {
    String nowhere = "jdbc:postgresql://127.0.0.1:" + FreePorts.tcp() + "/plenum";
    String message = refused(nowhere, "", Duration.ofMillis(10)).getMessage();
    assertTrue(message.contains("setting plenum.store.url"), message);
    assertTrue(message.contains("refused"), message);
  }

  @Test
  void isThereWhenItStartsLater() {
    assumeTrue(PostgresServer.missing().isEmpty(), () -> PostgresServer.missing().get());
    try (PostgresServer server = new PostgresServer()) {
      String url = server.freshDatabase();
      server.stop();
      Thread later = new Thread(server::start);
      later.start();
      try (Database database = Database.open(Product.settings(Optional.of(url)), folder)) {
        assertTrue(database.product().startsWith("PostgreSQL "), database.product());
      }
    }
  }
}
