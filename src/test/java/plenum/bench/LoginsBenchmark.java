package plenum.bench;

import static plenum.bench.SignalLine.message;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import plenum.database.Database;
import plenum.identity.Argon2;
import plenum.settings.DatabaseSettings;

/**
 * A morning: 10,000 people have accounts, and many of them log in within a minute, one in ten with
 * a wrong password first, while somebody guesses. How long that takes them, and what it costs those
 * who are in already: their pages, and their messages.
 */
public final class LoginsBenchmark {

  private static final int ACCOUNTS = 10_000;
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Logins a second. */
  private static final int[] RATES = {2, 5, 10};

  /** Logins at once. */
  private static final int[] CROWDS = {20, 100};

  private static final String FILL =
      "insert into account (person, login, name, password, group_names, role_names, blocked, made)"
          + " select lpad(x, 22, 'p'), 'login' || x, 'Person ' || x, '%s', '', '', false, 0 from"
          + " system_range(1, %d)";

  private LoginsBenchmark() {}

  /** Measures, and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Files.createDirectories(MeasuredServer.target("").toAbsolutePath());
    Path filled = Files.createTempDirectory(data, "logins-");
    fill(filled);
    try (MeasuredServer server =
            MeasuredServer.launch(
                "logins",
                MeasuredServer.plenum(),
                Map.of(
                    "plenum.data.dir", filled.toString(),
                    "plenum.identity.mode", "local",
                    "plenum.media.trusted-proxies", "127.0.0.1"));
        LoginCrowd crowd = new LoginCrowd(server.origin(), ACCOUNTS)) {
      server.awaitReady("/health/ready", "UP");
      measure(server.origin(), crowd);
    }
  }

  private static void fill(Path data) {
    DatabaseSettings settings =
        new DatabaseSettings(
            Optional.empty(), "", "", 8, Duration.ofSeconds(10), Duration.ofSeconds(15), 50_000);
    try (Database database = Database.open(settings, data)) {
      String fill = FILL.formatted(Argon2.hash(LoginCrowd.PASSWORD), ACCOUNTS);
      database.change(manager -> manager.createNativeQuery(fill).executeUpdate());
    }
  }

  private static void measure(URI site, LoginCrowd crowd) throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    String cookie = LoginCrowd.cookie(crowd.login(0, LoginCrowd.PASSWORD));
    try (SignalLine line = SignalLine.open(http, site, cookie, message -> {})) {
      for (int i = 0; i < 3; i++) {
        crowd.rush(5, Duration.ofSeconds(5), Duration.ZERO); // Compiled before it is measured.
      }
      others("nobody logs in", site, cookie, line, () -> Thread.sleep(LONG.toMillis()));
      for (int rate : RATES) {
        others(
            rate + " a second",
            site,
            cookie,
            line,
            () -> crowd.rush(rate * (int) LONG.toSeconds(), LONG, Duration.ofMillis(100)));
      }
      for (int size : CROWDS) {
        others(
            size + " at once",
            site,
            cookie,
            line,
            () -> crowd.rush(size, Duration.ZERO, Duration.ZERO));
      }
    }
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /** What people who are in already see meanwhile. */
  private static void others(String what, URI site, String cookie, SignalLine line, Work work)
      throws InterruptedException {
    ExecutorService probes = Executors.newFixedThreadPool(2);
    try (Probe pages = new Probe(() -> LoginCrowd.page(site, cookie));
        Probe messages = new Probe(() -> line.ask(message("watch-lobby")))) {
      probes.execute(pages);
      probes.execute(messages);
      work.run();
      pages.close();
      messages.close();
      probes.shutdown();
      probes.awaitTermination(10, TimeUnit.SECONDS);
      System.out.printf(
          Locale.ROOT, "%s: pages %s; messages %s%n", what, pages.told(), messages.told());
    } finally {
      probes.shutdownNow();
    }
  }
}
