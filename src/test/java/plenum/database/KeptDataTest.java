package plenum.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.account.Account;
import plenum.account.LoginName;
import plenum.account.guest.GuestLink;
import plenum.database.account.JpaAccountStore;
import plenum.database.account.JpaLoginStore;
import plenum.database.guest.JpaGuestLinkStore;
import plenum.database.presence.JpaNameStore;
import plenum.database.room.JpaRoomStore;
import plenum.room.KeptRoom;
import plenum.store.Storage;
import plenum.testing.Product;

/** What an earlier Plenum kept is there after an upgrade: it wrote the lines of the resource. */
class KeptDataTest {

  /** The newest step that this earlier one knew. */
  private static final String FORMAT = "120";

  private static final String LINES = "kept-by-format-120.sql";

  private static void write(DataSource database) throws IOException, SQLException {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:plenum/database/migrations")
        .loggers("slf4j")
        .target(FORMAT)
        .load()
        .migrate();
    try (InputStream lines = KeptDataTest.class.getResourceAsStream(LINES);
        Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split(";\n")) {
        statement.execute(line);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void isThereAfterAnUpgrade(Product product) throws Exception {
    Product.Fresh fresh = product.fresh();
    try (var before = Connections.to(fresh.settings(), fresh.directory())) {
      write(before);
    }
    try (Database database = fresh.open();
        WriteQueue queue = new WriteQueue(database, 10, new Storage())) {
      rooms(new JpaRoomStore(database, queue).all());
      accounts(new JpaAccountStore(database).all());
      String grace = new JpaLoginStore(database, queue).all().get(0).person().value();
      assertEquals("TF9ImthWkhEAAhh5hZnCQg", grace, "she is still logged in");
      GuestLink link = new JpaGuestLinkStore(database, queue).all().get(0);
      assertEquals(Optional.empty(), link.end());
      assertEquals("eU9djDd6", link.room());
      assertEquals("Jörg 站会", new JpaNameStore(database, queue).all().get(0).name().value());
      long records =
          database.read(
              manager ->
                  ((Number)
                          manager
                              .createNativeQuery(
                                  "select (select count(*) from audit)"
                                      + " + (select count(*) from attendance)"
                                      + " + (select count(*) from call_record)")
                              .getSingleResult())
                      .longValue());
      assertEquals(4, records);
    }
  }

  private static void rooms(List<KeptRoom> rooms) {
    assertEquals(
        List.of("Team ä", "Büro <b>", "Desk", "Board"),
        rooms.stream().map(room -> room.name().value()).toList());
    assertEquals("hFBsMTEeYn_lwcBNJCiZ6w", rooms.get(0).owner().orElseThrow().person().value());
    assertTrue(rooms.get(1).options().lobby());
    assertFalse(rooms.get(0).options().lobby());
  }

  private static void accounts(List<Account> accounts) {
    assertEquals(
        Set.of("admin", "linus", "blocked"),
        Set.copyOf(accounts.stream().map(account -> account.login().value()).toList()));
    for (Account account : accounts) {
      assertEquals(account.login().equals(new LoginName("blocked")), account.blocked());
      assertEquals(account.login().equals(new LoginName("admin")), account.password().isPresent());
    }
  }
}
