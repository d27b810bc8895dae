package plenum.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.settings.IdentitySettings;
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
}
