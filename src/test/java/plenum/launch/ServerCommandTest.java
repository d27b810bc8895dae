package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that runs the server. */
class ServerCommandTest {

  @TempDir Path payara;

  @BeforeEach
  void unpack() throws IOException {
    Path options = Files.createDirectories(payara.resolve("payara")).resolve("java.options");
    Files.writeString(options, "# The heap.\n-Xms96m\n\n-Dx=y z\n");
  }

  private List<String> words() {
    return words(List.of("-Xmx1g"));
  }

  private List<String> words(List<String> own) {
    return new ServerCommand(
            payara,
            Path.of("application"),
            Map.of("plenum.http.port", "8095"),
            Optional.of(Path.of("/etc/plenum.properties")),
            List.of("-Xmx192m"),
            List.of("--sslport", "8453"))
        .words(own);
  }

  @Test
  void hasTheProductsOptionsThenTheProfilesThenThoseOfThisJavaThenTheSettings() {
    List<String> words = words();

    assertEquals(
        List.of(
            "-Xms96m",
            "-Dx=y z",
            "-Xmx192m",
            "-Xmx1g",
            "-Dplenum.http.port=8095",
            "-Dplenum.launch.config=" + Path.of("/etc/plenum.properties").toAbsolutePath(),
            "-jar",
            payara.resolve("plenum-server.jar").toString(),
            "application",
            "--sslport",
            "8453"),
        words.subList(1, words.size()));
    assertTrue(Files.isExecutable(Path.of(words.get(0))), words.get(0));
  }

  @Test
  void usesTheArchiveOfItsJavaIfItIsThere() throws IOException {
    ClassArchive archive = ClassArchive.in(payara);
    assertFalse(words().toString().contains(archive.file().toString()));

    Files.writeString(archive.file(), "classes");
    assertTrue(words().containsAll(archive.use()), words().toString());
  }

  @Test
  void usesNoArchiveIfJavaWasToldOtherwise() throws IOException {
    Files.writeString(ClassArchive.in(payara).file(), "classes");

    for (String option : List.of("-Xshare:off", "-XX:SharedArchiveFile=x", "-XX:AOTMode=off")) {
      assertEquals(words().size() - use().size(), words(List.of(option)).size(), option);
    }
  }

  private List<String> use() {
    return ClassArchive.in(payara).use();
  }

  @Test
  void hasAnArchiveForEachJava() {
    ClassArchive older = ClassArchive.of(payara, 17, "17.0.15+6");
    ClassArchive newer = ClassArchive.of(payara, 25, "25+36");

    assertNotEquals(older, ClassArchive.of(payara, 17, "17.0.16+1"));
    assertNotEquals(older, ClassArchive.of(payara.resolve("moved"), 17, "17.0.15+6"));
    assertEquals(List.of("-XX:SharedArchiveFile=" + older.file()), older.use());
    assertEquals("-XX:AOTCache=" + newer.file(), newer.use().get(0));
    assertEquals(List.of("-XX:ArchiveClassesAtExit=x"), older.record(Path.of("x")));
    assertEquals(List.of("-XX:AOTCacheOutput=x"), newer.record(Path.of("x")));
    assertTrue(newer.isOther(older.file()));
    assertFalse(newer.isOther(newer.file()));
    assertFalse(newer.isOther(payara.resolve("plenum-server.jar")));
  }

  @Test
  void quotesWordsForAFileThatJavaReads() {
    assertEquals(
        List.of("\"-Da=b c\"", "\"C:\\\\x\"", "\"say \\\"x\\\"\"", "\"#\""),
        ServerCommand.quoted(List.of("-Da=b c", "C:\\x", "say \"x\"", "#")).lines().toList());
  }

  @Test
  void tellsTheServerWhatThisJavaWasTold() {
    assertEquals(
        Optional.of(List.of("-Xmx1g", "-Dx=y")),
        OwnOptions.beforeTheJar(List.of("-Xmx1g", "-Dx=y", "-jar", "plenum.jar", "--port", "1")));
    assertEquals(Optional.empty(), OwnOptions.beforeTheJar(List.of("@options")));
  }
}
