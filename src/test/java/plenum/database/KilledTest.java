package plenum.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.settings.DatabaseSettings;
import plenum.store.Storage;
import plenum.testing.Product;

/** A server that is killed while it writes. */
class KilledTest {

  private static final int ENOUGH = 300;

  /** Writes numbers, and prints each one that is written. */
  public static final class Writer {

    private Writer() {}

    /**
     * @param arguments the directory, and the URL or nothing
     */
    public static void main(String[] arguments) {
      Optional<String> url = arguments.length > 1 ? Optional.of(arguments[1]) : Optional.empty();
      Database database = Database.open(Product.settings(url), Path.of(arguments[0]));
      WriteQueue queue = new WriteQueue(database, 1000, new Storage());
      for (int i = 0; ; i++) {
        String name = "n" + i;
        queue.add(manager -> OnceRow.claim(manager, name));
        if (!queue.flush(Duration.ofSeconds(30))) {
          throw new IllegalStateException("not written in time");
        }
        System.out.println(i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void losesNothingThatWasWrittenAndNotTheFile(Product product) throws Exception {
    Product.Fresh fresh = product.fresh();
    int last = killedAfter(fresh.settings(), fresh.directory());
    assertTrue(last >= ENOUGH, "it wrote");

    try (Database database = fresh.open()) {
      List<String> kept =
          database.read(
              manager ->
                  manager
                      .createQuery("select o.name from OnceRow o", String.class)
                      .getResultList());
      List<String> missing =
          IntStream.rangeClosed(0, last)
              .mapToObj(i -> "n" + i)
              .filter(n -> !kept.contains(n))
              .toList();
      assertEquals(List.of(), missing);
      assertTrue(kept.size() <= last + 2, "no more than one that was under way");
    }
  }

  /** The last number that it told. */
  private static int killedAfter(DatabaseSettings settings, Path directory) throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            directory.toString());
    settings.url().ifPresent(builder.command()::add);
    Process writer = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    int last = -1;
    try (BufferedReader told =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        last = Integer.parseInt(line);
        if (last == ENOUGH) {
          writer.toHandle().destroyForcibly(); // What it told is still read.
        }
      }
    }
    return last;
  }
}
