package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.settings.Declarations;

class AdministratorLinkTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path directory;

  @BeforeEach
  void makeData() throws IOException {
    Files.createDirectory(directory.resolve("data"));
  }

  private String make(String mode, String name) {
    Map<String, String> told =
        Map.of(
            "plenum.identity.mode",
            mode,
            "plenum.http.port",
            "8095",
            "plenum.http.context-path",
            "/plenum",
            "plenum.data.dir",
            directory.resolve("data").toString());
    LaunchSettings settings =
        new LaunchSettings(told, Map.of(), Map.of(), Declarations.in("plenum.http.port=8090\n"));
    return new AdministratorLink(settings, Clock.fixed(NOW, ZoneOffset.UTC)).make(name);
  }

  @Test
  void keepsTheHashOfWhatItPrints() throws Exception {
    String told = make("local", "ada");
    Path file = directory.resolve("data/administrator-link");
    List<String> lines = Files.readAllLines(file);

    assertTrue(told.contains("http://localhost:8095/plenum/welcome#administrator."), told);
    assertTrue(lines.get(0).matches("[0-9a-f]{64}"), lines.toString());
    assertEquals(NOW.getEpochSecond() + 3600, Long.parseLong(lines.get(1)));
    assertEquals("ada", lines.get(2));
    String token = told.substring(told.indexOf("administrator.") + 14);
    assertFalse(Files.readString(file).contains(token));
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  void isForWhoHasTheDirectoryWhenTheSuperuserMakesIt() throws Exception {
    if (!System.getProperty("user.name").equals("root")) {
      System.out.println("Skipped: whose the link's file is, which root alone can give away.");
    }
    assumeTrue(System.getProperty("user.name").equals("root"), "not root");
    Path data = directory.resolve("data");
    UserPrincipal server =
        data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(data, server);

    make("local", "ada");

    assertEquals(server, Files.getOwner(data.resolve("administrator-link")));
  }

  @Test
  void leavesAloneWhatALinkOfItsNameLeadsTo() throws Exception {
    Path other = Files.writeString(directory.resolve("other"), "theirs");
    UserPrincipal owner = Files.getOwner(other);
    Path file = directory.resolve("data/administrator-link");
    Files.createSymbolicLink(file, other);
    Files.createSymbolicLink(file.resolveSibling("administrator-link.new"), other);

    make("local", "ada");

    assertEquals("theirs", Files.readString(other));
    assertEquals(owner, Files.getOwner(other));
    assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    assertEquals(3, Files.readAllLines(file).size());
  }

  @Test
  void makesNoDirectoryBeforeTheServerDoes() throws Exception {
    Path data = directory.resolve("data");
    Files.delete(data);

    String problem = assertThrows(LaunchRefused.class, () -> make("local", "ada")).getMessage();

    assertTrue(problem.startsWith("There is no data directory " + data + " "), problem);
    assertFalse(Files.exists(data));
  }

  @Test
  void refusesWhatIsGoodForNothing() {
    assertTrue(
        assertThrows(LaunchRefused.class, () -> make("guest", "ada"))
            .getMessage()
            .contains("has no accounts"));
    assertTrue(
        assertThrows(LaunchRefused.class, () -> make("local", "no name"))
            .getMessage()
            .contains("1 to 64"));
    assertFalse(Files.exists(directory.resolve("data/administrator-link")));
  }
}
