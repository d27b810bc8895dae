package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCheckTest {

  @TempDir Path directory;
  private final Properties properties = new Properties();

  @BeforeEach
  void readDefaults() throws IOException {
    try (InputStream in =
        StartCheck.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      properties.load(in);
    }
    properties.setProperty("plenum.data.dir", directory.resolve("data").toString());
  }

  private Optional<String> problem() {
    return StartCheck.problem(
        new SettingsSource(name -> Optional.ofNullable(properties.getProperty(name))));
  }

  @Test
  void startsWithTheDefaults() {
    assertEquals(Optional.empty(), problem());
  }

  @Test
  void namesAWrongSetting() {
    properties.setProperty("plenum.rooms.max", "many");

    assertEquals(
        Optional.of(
            "The setting plenum.rooms.max must be a whole number from 1 to 100000, but it is"
                + " \"many\"."),
        problem());
  }

  @Test
  void saysThatMediaWouldTakeThePortOfHttp() {
    properties.setProperty("plenum.media.port", properties.getProperty("plenum.http.port"));

    assertEquals(
        Optional.of(
            "The setting plenum.media.port must be another one than plenum.http.port, but it is"
                + " \"8090\"."),
        problem());
    properties.setProperty("plenum.media.tcp.enabled", "false");
    assertEquals(Optional.empty(), problem());
  }

  @Test
  void namesAWrongChoice() {
    properties.setProperty("plenum.rooms.delete", "nobody");

    assertEquals(
        Optional.of(
            "The setting plenum.rooms.delete must be owner or anyone, but it is \"nobody\"."),
        problem());
  }

  @Test
  void namesADataDirectoryThatCannotBeMade() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    properties.setProperty("plenum.data.dir", file.resolve("data").toString());

    assertTrue(problem().orElseThrow().contains("plenum.data.dir"));
  }
}
