package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defaults for a kind of machine. */
class ProfileTest {

  @TempDir Path folder;

  private static Properties defaults() throws IOException {
    Properties defaults = new Properties();
    try (InputStream file =
        Profile.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      defaults.load(file);
    }
    return defaults;
  }

  private static Map<String, String> small() {
    return Profile.named("small").orElseThrow().settings();
  }

  @Test
  void changesDefaultsThatThereAreToUsableOnes() throws IOException {
    Properties values = defaults();
    small()
        .forEach(
            (name, value) -> {
              assertTrue(values.containsKey(name), name);
              assertFalse(values.getProperty(name).equals(value), name + " is the default");
            });
    values.putAll(small());
    values.setProperty("plenum.data.dir", folder.toString());

    assertEquals(
        Optional.empty(),
        StartCheck.problem(
            new SettingsSource(name -> Optional.ofNullable(values.getProperty(name)))));
  }

  @Test
  void isFoundByMicroProfileConfigBetweenDefaultsAndWhatASiteSets() {
    assertTrue(
        ServiceLoader.load(ConfigSource.class).stream()
            .anyMatch(found -> found.type() == ProfileSource.class));
    ProfileSource source = new ProfileSource(Optional.of("small"));

    assertEquals("6", source.getValue("plenum.rooms.members"));
    assertEquals(small().keySet(), source.getPropertyNames());
    assertTrue(source.getOrdinal() > 100 && source.getOrdinal() < 300);
    assertEquals(Map.of(), new ProfileSource(Optional.empty()).getProperties());
  }

  @Test
  void refusesAProfileThatThereIsNot() {
    assertEquals(Optional.empty(), Profile.named("../profiles/small"));
    InvalidSetting refused =
        assertThrows(
            InvalidSetting.class,
            () -> Profile.check(new SettingsSource(name -> Optional.of("tiny"))));
    assertTrue(refused.getMessage().contains("plenum.profile"), refused.getMessage());
    Profile.check(new SettingsSource(name -> Optional.empty()));
    assertTrue(new ProfileSource(Optional.of("tiny")).getPropertyNames().isEmpty());
  }
}
