package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.FreePorts;
import plenum.testing.OnBothReleases;
import plenum.testing.PostgresServer;

/** {@code target/plenum.jar}, as an operator uses it. */
class JarIT {

  /** Not on the same disk as small temporary files. */
  @TempDir Path directory;

  private final int port = FreePorts.tcp();

  private RunningJar jar(String... more) throws IOException {
    String[] own = {"--port", "" + port, "--data", directory.resolve("data").toString()};
    return RunningJar.jar(Stream.concat(Stream.of(own), Stream.of(more)).toArray(String[]::new));
  }

  private static String text(int exit, String... arguments) throws Exception {
    try (RunningJar jar = RunningJar.jar(arguments)) {
      int ended = jar.exit();
      assertEquals(exit, ended, jar.output());
      return jar.output();
    }
  }

  @Test
  @OnBothReleases
  void startsOnAFreshDirectoryAndAgainWithTheArchiveThatItMade() throws Exception {
    try (RunningJar first = jar()) {
      first.awaitReady(port);
      String version = "Plenum " + version(first);
      assertTrue(first.get(port, "/rooms").contains("<p>" + version + "</p>"));
      first.await(() -> first.output().contains("http://localhost:" + port + "/"));
      first.await(() -> archives().size() == 1);
      ProcessHandle server = first.server();

      assertEquals(143, first.stop(), first.output());
      assertFalse(server.isAlive(), "the server ended before");
      assertFalse(first.output().contains("\tat "), first.output());
    }
    try (RunningJar second = jar()) {
      second.awaitReady(port);
      assertTrue(mapped(second.server()), "its classes come from the archive");
      assertEquals(1, archives().size());
      assertEquals(143, second.stop(), second.output());
    }
  }

  /** From the first line to the last, whoever prints it. */
  @Test
  void printsJsonAloneWhereThatIsWanted() throws Exception {
    Path config = directory.resolve("json.properties");
    Files.writeString(config, "plenum.log.format=json\n");
    try (RunningJar jar = jar("--config", config.toString())) {
      jar.awaitReady(port);
      assertEquals(143, jar.stop(), jar.output());
      List<String> lines = jar.output().lines().toList();
      assertTrue(lines.size() > 2, jar.output());
      for (String line : lines) {
        assertTrue(isRecord(line), line);
      }
    }
    try (ServerSocket taken = new ServerSocket(port);
        RunningJar refused = jar("--config", config.toString())) {
      assertEquals(78, refused.exit(), refused.output());
      assertTrue(isRecord(refused.output().strip()), refused.output());
      assertTrue(refused.output().contains("" + taken.getLocalPort()), refused.output());
    }
  }

  private static boolean isRecord(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject().keySet().containsAll(List.of("time", "level", "message"));
    } catch (JsonException text) {
      return false;
    }
  }

  /** As {@code /api/settings} tells it, and {@code --version}. */
  private String version(RunningJar plenum) throws Exception {
    String version = text(0, "--version").split(" ")[1];
    String settings = plenum.get(port, "/api/settings");
    assertTrue(settings.contains("\"version\":\"" + version + "\""), settings);
    return version;
  }

  private List<Path> archives() {
    try (Stream<Path> files = Files.walk(directory.resolve("data/cache"), 2)) {
      return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)")).toList();
    } catch (IOException notYet) {
      return List.of();
    }
  }

  /** Linux tells which files a process has mapped. */
  private boolean mapped(ProcessHandle server) throws IOException {
    Path maps = Path.of("/proc/" + server.pid() + "/maps");
    assumeTrue(Files.exists(maps), "Only Linux tells whether the archive is used");
    return Files.readString(maps).contains(archives().get(0).getFileName().toString());
  }

  /** Two at once unpack the same, and the second one ends with the usual sentence. */
  @Test
  void unpacksOnceForTwoThatStartAtTheSameTime() throws Exception {
    Path own = directory.resolve("cache");
    Path arguments = directory.resolve("arguments");
    String[] prepare = {"--cache", own.toString(), "--prepare", arguments.toString()};
    try (RunningJar first = RunningJar.jar(prepare);
        RunningJar second = RunningJar.jar(prepare)) {
      assertEquals(0, first.exit(), first.output());
      assertEquals(0, second.exit(), second.output());
    }
    try (Stream<Path> files = Files.list(own)) {
      assertEquals(
          List.of("lock", "payara", "plenum"),
          files.map(file -> file.getFileName().toString().replaceAll("-.*", "")).sorted().toList());
    }
    assertTrue(Files.readString(arguments).contains("plenum-server.jar"));
  }

  @Test
  void tellsWhichItIsAndWhatItCan() throws Exception {
    assertTrue(
        text(0, "--version").matches("Plenum [0-9].* on Payara Micro [0-9.]+, Java [0-9].*\\s*"));
    String help = text(0, "--help");
    assertTrue(help.contains("  --check "), help);
    assertTrue(help.contains("    plenum.rooms.max=100"), help);
    assertEquals(
        "Plenum cannot start. There is no option --prot; --help lists those that there are.",
        text(78, "--prot").strip());
  }

  @Test
  void signsInToTheDatabaseThatItChecks() throws Exception {
    assumeTrue(PostgresServer.missing().isEmpty(), () -> PostgresServer.missing().orElseThrow());
    try (PostgresServer postgres = new PostgresServer()) {
      Path config = directory.resolve("database");
      String[] check = {
        "--check", "--port", "" + port, "--data", "" + directory, "--config", "" + config
      };
      String database =
          "plenum.store.url=%s%nplenum.store.username=%s%nplenum.store.password="
              .formatted(postgres.freshDatabase(), PostgresServer.USER);

      Files.writeString(config, database + PostgresServer.PASSWORD);
      String fine = text(0, check);
      assertTrue(fine.contains("database (plenum.store.url): fine"), fine);

      Files.writeString(config, database + "another one");
      String refused = text(78, check);
      assertTrue(refused.contains("database (plenum.store.url): The database"), refused);
    }
  }

  @Test
  void checksWhatWouldKeepItFromStarting() throws Exception {
    Path data = directory.resolve("data");
    String[] fine = {"--check", "--port", "" + port, "--data", data.toString()};
    assertTrue(text(0, fine).endsWith("Plenum can start.\n"));
    assertFalse(Files.exists(data), "who looks leaves nothing");

    try (ServerSocket somebody = new ServerSocket(port)) {
      String taken = text(78, fine);
      assertTrue(
          taken.contains("The TCP port %d (--port) cannot be opened".formatted(port)), taken);
      assertTrue(taken.endsWith("Plenum cannot start.\n"), taken);
      assertTrue(somebody.isBound());
    }
    Path file = Files.writeString(directory.resolve("file"), "no directory");
    String unusable = text(78, "--check", "--port", "" + port, "--data", file.toString());
    assertTrue(unusable.contains("plenum.data.dir must be a directory that can"), unusable);

    Path config = Files.writeString(directory.resolve("config"), "plenum.rooms.delete=nobody\n");
    String wrong = text(78, "--check", "--data", data.toString(), "--config", config.toString());
    assertTrue(wrong.contains("plenum.rooms.delete must be"), wrong);

    Files.createDirectories(data);
    assertTrue(text(0, fine).endsWith("Plenum can start.\n"));
    try (Stream<Path> left = Files.list(data)) {
      assertEquals(List.of(), left.toList());
    }
    Files.writeString(data.resolve("format"), "99\n");
    String newer = text(78, fine);
    assertTrue(newer.contains("format is of format 99, but this Plenum knows none above "), newer);
    Files.delete(data.resolve("format"));

    String url = "jdbc:postgresql://127.0.0.1:%d/plenum".formatted(port);
    Files.writeString(config, "plenum.store.url=%s\n".formatted(url));
    String away = text(78, "--check", "--data", data.toString(), "--config", config.toString());
    assertTrue(away.contains("database (plenum.store.url): The database"), away);
    assertTrue(away.contains("127.0.0.1:%d".formatted(port)), away); // The rest is translated.

    Files.writeString(config, "plenum.rooms.maximum=7\n");
    String typed = text(78, "--check", "--data", data.toString(), "--config", config.toString());
    assertTrue(
        typed.contains("plenum.rooms.maximum, but there is no such setting; the nearest"), typed);
  }
}
