package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server with a directory of its own, on a free port of this machine: the one
 * that is installed, or that {@code src/build/postgresql.sh} unpacked.
 */
public final class PostgresServer implements AutoCloseable {

  /** Who owns everything in it. */
  public static final String USER = "plenum";

  /** Of that one. */
  public static final String PASSWORD = "correct horse";

  /** Who runs it where root runs the tests, which PostgreSQL does not want to be. */
  private static final String NOBODY = "65534";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static PostgresServer shared;
  private static Optional<String> missing;

  private final Path folder;
  private final int port;
  private final String user;
  private final String password;
  private final List<String> options;
  private Optional<Process> process = Optional.empty();

  /** Why there can be none here, if so. */
  public static synchronized Optional<String> missing() {
    if (missing == null) {
      missing = look();
    }
    return missing;
  }

  private static Optional<String> look() {
    if (programs().isEmpty()) {
      return Optional.of("There is no PostgreSQL server here; src/build/postgresql.sh says why.");
    }
    try {
      List<String> ask = command("initdb");
      ask.add("--version");
      finish(ask);
      return Optional.empty();
    } catch (IOException | IllegalStateException unusable) {
      return Optional.of("The PostgreSQL server here does not run: " + unusable.getMessage());
    }
  }

  /** One for all tests of this run. */
  public static synchronized PostgresServer shared() {
    if (shared == null) {
      shared = new PostgresServer();
    }
    return shared;
  }

  /** Makes one, and starts it. */
  public PostgresServer() {
    this(FreePorts.tcp(), USER, PASSWORD, List.of("-h", "127.0.0.1"));
  }

  /**
   * Makes one, and starts it.
   *
   * @param user who owns everything in it
   * @param options what it is told, such as where it listens
   */
  public PostgresServer(int port, String user, String password, List<String> options) {
    this.port = port;
    this.user = user;
    this.password = password;
    this.options = List.copyOf(options);
    try {
      folder = Files.createTempDirectory(temporary(), "plenum-postgresql-");
      Path secret = Files.writeString(folder.resolve("password"), password);
      if (isRoot()) {
        finish(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
      }
      List<String> make = command("initdb");
      make.addAll(List.of("-D", data(), "-U", user, "--auth=scram-sha-256", "-E", "UTF8"));
      make.addAll(List.of("--locale=C", "--no-sync", "--pwfile=" + secret));
      finish(make);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    start();
  }

  /** Starts it, again after {@link #stop}, on the same port. */
  public void start() {
    List<String> run = command("postgres");
    run.addAll(List.of("-D", data(), "-p", Integer.toString(port), "-k", folder.toString()));
    run.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(run)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    libraries(builder);
    try {
      process = Optional.of(builder.start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Waiting.until("PostgreSQL", PATIENCE, this::isUp, up -> up);
  }

  private Path log() {
    return folder.resolveSibling(folder.getFileName() + ".log");
  }

  /** The system's: whoever runs it instead of root may not come to where the build is. */
  private static Path temporary() {
    Path system = Path.of("/tmp");
    return Files.isDirectory(system) ? system : Path.of(System.getProperty("java.io.tmpdir"));
  }

  private boolean isUp() {
    try (Connection connection = DriverManager.getConnection(url("postgres"), user, password)) {
      return connection.isValid(5);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** Stops it at once, as when its machine goes: connections break. */
  public void stop() {
    process.ifPresent(PostgresServer::end);
    process = Optional.empty();
  }

  /** Killed, it would leave the processes of its connections behind. */
  private static void end(Process running) {
    try {
      finish(List.of("kill", "-QUIT", Long.toString(running.pid())));
      if (!running.waitFor(20, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** All of its processes now; some come and go. */
  public List<ProcessHandle> processes() {
    return process.stream()
        .flatMap(server -> Stream.concat(Stream.of(server.toHandle()), server.descendants()))
        .toList();
  }

  /** A database of its own, empty; its URL. */
  public String freshDatabase() {
    return database("");
  }

  /** One that has what another one here has, which nobody is connected to; its URL. */
  public String copy(String url) {
    return database("template " + url.substring(url.lastIndexOf('/') + 1));
  }

  /**
   * One of its own, empty, made so.
   *
   * @param how what stands behind its name, such as {@code template template0}
   */
  public String freshDatabase(String how) {
    return database(how);
  }

  private String database(String how) {
    return database("t" + NUMBER.incrementAndGet(), how);
  }

  /**
   * One of a name; its URL.
   *
   * @param how what stands behind its name, such as {@code template template0}
   */
  public String database(String name, String how) {
    try (Connection connection = DriverManager.getConnection(url("postgres"), user, password);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " " + how);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** The programs of the newest one. */
  private static Optional<Path> programs() {
    String unpacked = System.getProperty("plenum.test.target", "target");
    return Stream.of(
            Path.of("/usr/lib/postgresql"), Path.of(unpacked, "postgresql/usr/lib/postgresql"))
        .filter(Files::isDirectory)
        .flatMap(PostgresServer::versions)
        .map(version -> version.resolve("bin").toAbsolutePath())
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .max(Comparator.comparing(Path::toString));
  }

  private static Stream<Path> versions(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList().stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> command(String program) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    command.add(programs().orElseThrow().resolve(program).toString());
    return command;
  }

  /** Those that were unpacked with it. */
  private static void libraries(ProcessBuilder builder) {
    Path root = programs().orElseThrow().resolve("../../../../..").normalize();
    if (!root.equals(Path.of("/"))) {
      try (Stream<Path> all = Files.list(root.resolve("usr/lib"))) {
        all.filter(folder -> Files.isDirectory(folder) && folder.toString().endsWith("-linux-gnu"))
            .forEach(folder -> builder.environment().put("LD_LIBRARY_PATH", folder.toString()));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void finish(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    libraries(builder);
    Process running = builder.start();
    String said = new String(running.getInputStream().readAllBytes());
    try {
      if (running.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + said);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException left) {
      // The system clears its temporary files.
    }
    log().toFile().delete();
  }
}
