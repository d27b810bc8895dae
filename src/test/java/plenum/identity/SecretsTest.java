package plenum.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.settings.IdentitySettings;
import plenum.settings.StartRefused;
import plenum.store.DataDirectory;

class SecretsTest {

  private static final IdentitySettings NOT_CONFIGURED =
      new IdentitySettings(Optional.empty(), Set.of());

  @TempDir Path directory;

  @Test
  void keepsTheSecretThatItMade() {
    byte[] first = new Secrets(NOT_CONFIGURED, new DataDirectory(directory)).key("cookie");
    byte[] second = new Secrets(NOT_CONFIGURED, new DataDirectory(directory)).key("cookie");

    assertArrayEquals(first, second);
  }

  @Test
  void letsOnlyTheOwnerReadTheSecret() throws IOException {
    new Secrets(NOT_CONFIGURED, new DataDirectory(directory)).key("cookie");

    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secret"))));
  }

  @Test
  void derivesAnotherKeyForEachPurpose() {
    Secrets secrets = new Secrets("a secret of more than 32 characters");

    assertEquals(32, secrets.key("cookie").length);
    assertFalse(Arrays.equals(secrets.key("cookie"), secrets.key("ticket")));
  }

  private static Secrets start(Path directory) {
    return new Secrets(NOT_CONFIGURED, new DataDirectory(directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "0123456789012345678901234567890", "  short  "})
  void refusesAShortSecretAndKeepsIt(String secret) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), secret);

    StartRefused refused = assertThrows(StartRefused.class, () -> start(directory));
    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    assertTrue(refused.getMessage().contains("at least 32"), refused.getMessage());
    assertEquals(secret, Files.readString(file));
  }

  @Test
  void refusesADirectoryInItsPlace() throws IOException {
    Files.createDirectory(directory.resolve("secret"));

    StartRefused refused = assertThrows(StartRefused.class, () -> start(directory));
    assertTrue(refused.getMessage().contains("cannot be read"), refused.getMessage());
  }

  @Test
  void closesASecretThatOthersCanRead() throws IOException {
    byte[] before = start(directory).key("cookie");
    Path file = directory.resolve("secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    assertArrayEquals(before, start(directory).key("cookie"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
