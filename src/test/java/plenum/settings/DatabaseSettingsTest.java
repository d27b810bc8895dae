package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseSettingsTest {

  @TempDir Path folder;

  private static DatabaseSettings from(Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "plenum.store.connections", "8",
                "plenum.store.start-wait", "60s",
                "plenum.store.answer-time", "15s",
                "plenum.store.waiting", "20000"));
    all.putAll(more);
    return DatabaseSettings.from(new SettingsSource(name -> Optional.ofNullable(all.get(name))));
  }

  @Test
  void areAFileWithoutAnything() {
    assertEquals(Optional.empty(), from(Map.of()).url());
  }

  @Test
  void areAnyPostgresqlDatabase() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "geheim\n");
    DatabaseSettings settings =
        from(
            Map.of(
                "plenum.store.url", "jdbc:postgresql://db/plenum?password=hidden",
                "plenum.store.username", "plenum",
                "plenum.store.password-file", file.toString()));

    assertEquals("geheim", settings.password());
    assertFalse(settings.toString().contains("geheim"), settings.toString());
    assertFalse(settings.toString().contains("hidden"), settings.toString());
  }

  @Test
  void areNoOtherDatabaseAndTellNoPassword() {
    InvalidSetting refused =
        assertThrows(
            InvalidSetting.class,
            () -> from(Map.of("plenum.store.url", "jdbc:mysql://db/plenum?password=hidden")));

    assertTrue(refused.getMessage().contains("plenum.store.url"), refused.getMessage());
    assertFalse(refused.getMessage().contains("hidden"), refused.getMessage());
  }

  @Test
  void tellWhichFileOfAPasswordIsMissing() {
    InvalidSetting refused =
        assertThrows(
            InvalidSetting.class,
            () -> from(Map.of("plenum.store.password-file", folder.resolve("none").toString())));

    assertTrue(refused.getMessage().contains("plenum.store.password-file"), refused.getMessage());
  }
}
