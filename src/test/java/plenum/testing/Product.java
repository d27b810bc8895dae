package plenum.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plenum.database.Database;
import plenum.settings.DatabaseSettings;

/** The databases that Plenum keeps records in; what is true of one has to be of the other. */
public enum Product {
  H2,
  POSTGRESQL;

  private static final String FILE = "plenum.mv.db";

  private static final Map<Product, Fresh> MODELS = new ConcurrentHashMap<>();

  /** One that nobody has used; where there is none here, the test is skipped, and says so. */
  public Fresh fresh() {
    if (this == POSTGRESQL && PostgresServer.missing().isPresent()) {
      System.out.println("Skipped: " + PostgresServer.missing().get());
      assumeTrue(false, PostgresServer.missing().get());
    }
    try {
      Path directory = Files.createTempDirectory("plenum-database-");
      return new Fresh(settings(), directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * One with the tables of this Plenum and nothing in them: a copy of one that was brought forward;
   * to do so takes longer than most of these tests.
   */
  public Fresh prepared() {
    Fresh model = MODELS.computeIfAbsent(this, Product::model);
    try {
      Path directory = Files.createTempDirectory("plenum-database-");
      if (this == H2) {
        Files.copy(model.directory().resolve(FILE), directory.resolve(FILE));
      }
      Optional<String> url = model.settings().url().map(from -> PostgresServer.shared().copy(from));
      return new Fresh(settings(url), directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Fresh model() {
    Fresh model = fresh();
    model.open().close();
    return model;
  }

  private DatabaseSettings settings() {
    return this == H2
        ? settings(Optional.empty())
        : settings(Optional.of(PostgresServer.shared().freshDatabase()));
  }

  /** With patience and bounds for tests. */
  public static DatabaseSettings settings(Optional<String> url) {
    return new DatabaseSettings(
        url,
        PostgresServer.USER,
        PostgresServer.PASSWORD,
        4,
        Duration.ofSeconds(20),
        Duration.ofSeconds(10),
        1000);
  }

  /** A database that may be opened again and again, one at a time. */
  public record Fresh(DatabaseSettings settings, Path directory) {

    public Database open() {
      return Database.open(settings, directory);
    }
  }
}
