package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.FreePorts;

/** {@code target/plenum-VERSION.tar.gz}, unpacked into a folder with a space in its name. */
class ArchiveIT {

  @TempDir Path directory;

  private final int port = FreePorts.tcp();

  private static final String WITHOUT_ARCHIVE = "-Xmx300m -Dplenum.launch.archive=false";

  private static Path archive() throws IOException {
    try (Stream<Path> files = Files.list(RunningJar.target(""))) {
      return files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
  }

  private Path unpacked() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/tar")), "There is no tar on this system");
    Path folder = Files.createDirectories(directory.resolve("a folder"));
    Process tar =
        new ProcessBuilder("tar", "xzf", archive().toString(), "--strip-components=1")
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertEquals(0, tar.waitFor());
    return folder;
  }

  @Test
  void startsByItsScriptFromAnotherDirectoryAsOneProcess() throws Exception {
    Path home = unpacked();
    for (String file :
        List.of("plenum.jar", "bin/plenum.cmd", "srs-conf/plenum.conf", "deploy/plenum.service")) {
      assertTrue(Files.exists(home.resolve(file)), file);
    }
    assertEquals(
        Files.exists(RunningJar.target("plenum.cdx.json")),
        Files.exists(home.resolve("plenum.cdx.json")),
        "the bill of materials is there, if the build had the network to make it");
    Path settings = home.resolve("plenum.properties");
    Files.writeString(
        settings,
        Files.readString(settings).replace("#plenum.http.port=8090", "plenum.http.port=" + port));
    Path link = Files.createSymbolicLink(directory.resolve("link"), home.resolve("bin/plenum"));
    List<String> command =
        List.of(link.toString(), "--data", "its data", "--cache", RunningJar.target("cache") + "");
    try (RunningJar plenum = RunningJar.of(directory, WITHOUT_ARCHIVE, command)) {
      plenum.awaitReady(port);
      assertEquals(plenum.handle(), plenum.server(), "there is no other process");
      assertTrue(plenum.handle().info().command().orElse("").endsWith("/java"));
      assertFalse(Files.exists(arguments(plenum)), "what the script wrote is gone");
      assertTrue(Files.exists(directory.resolve("its data/secret")));
      assertEquals(143, plenum.stop(), plenum.output());
    }
  }

  @Test
  void itsBillOfMaterialsNamesWhatIsNoDependency() throws Exception {
    Path bill = RunningJar.target("plenum.cdx.json");
    if (!Files.exists(bill)) {
      System.out.println("Skipped: the bill of materials, which a build without network lacks.");
    }
    assumeTrue(Files.exists(bill), "no bill of materials");
    String text = Files.readString(bill);
    try (JarFile jar = new JarFile(RunningJar.target("plenum.jar").toFile())) {
      List<String> payaras =
          jar.getManifest().getMainAttributes().entrySet().stream()
              .filter(entry -> entry.getKey().toString().startsWith("Payara-Micro-Java-"))
              .map(entry -> "/payara-micro@" + entry.getValue() + "?")
              .toList();
      assertEquals(2, payaras.size());
      assertEquals(List.of(), payaras.stream().filter(each -> !text.contains(each)).toList());
    }
    for (String line : Files.readAllLines(Path.of("NOTICE"))) {
      Matcher library = Pattern.compile("(\\S+) ([0-9.]+) \\(.*").matcher(line);
      if (library.matches()) {
        String named = library.group(1) + "@" + library.group(2);
        assertTrue(text.contains("/" + named), named);
      }
    }
    Json.createReader(new StringReader(text)).readObject();
  }

  /** The file that Java read, as Linux tells; elsewhere one that is not there. */
  private static Path arguments(RunningJar plenum) {
    return Path.of(
        plenum.handle().info().arguments().stream()
            .flatMap(Stream::of)
            .filter(word -> word.startsWith("@"))
            .findFirst()
            .orElse("@none")
            .substring(1));
  }

  @Test
  void itsScriptAnswersAndRefusesAsTheJar() throws Exception {
    String script = unpacked().resolve("bin/plenum").toString();
    try (RunningJar version = RunningJar.of(directory, "", List.of(script, "--version"));
        RunningJar wrong = RunningJar.of(directory, "", List.of(script, "--port", "x", "--check"));
        RunningJar prot = RunningJar.of(directory, "", List.of(script, "--prot"))) {
      assertEquals(0, version.exit(), version.output());
      assertTrue(version.output().startsWith("Plenum "), version.output());
      assertEquals(78, wrong.exit(), wrong.output());
      assertEquals(78, prot.exit(), prot.output());
      assertFalse(prot.output().contains("Exception"), prot.output());
    }
  }
}
