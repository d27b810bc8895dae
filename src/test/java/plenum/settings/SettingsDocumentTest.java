package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.text.Texts;

/** Every setting has a line in the file of defaults, is described, and is checked at the start. */
class SettingsDocumentTest {

  private static final Path DEFAULTS =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");

  /** A setting without a default stands in a comment. */
  private static final Pattern SETTING = Pattern.compile("(?m)^(?:# )?(plenum\\.[a-z.-]+)=");

  @TempDir Path folder;

  private static String defaults() throws IOException {
    return Files.readString(DEFAULTS);
  }

  private static Set<String> settings() throws IOException {
    Set<String> settings =
        SETTING
            .matcher(defaults())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(settings.size() > 50, settings.toString());
    return settings;
  }

  @Test
  void areDescribed() throws IOException {
    String document = Files.readString(Path.of("docs/operations/settings.md"));
    Set<String> missing = settings();
    missing.removeIf(name -> document.contains("`" + name + "`"));
    assertEquals(Set.of(), missing);
  }

  @Test
  void areSaidInASentence() throws IOException {
    var said = Texts.of(Locale.ENGLISH).settings();
    assertEquals(settings(), said.keySet());
    said.values().forEach(one -> assertTrue(one.matches("[A-Z].*[.]"), one));
  }

  /** What two records read is the same for both. */
  @Test
  void areDeclaredOnce() throws IOException {
    Properties values = new Properties();
    values.load(new StringReader(defaults()));
    Map<String, SettingsSource.Asked> asked = new TreeMap<>();
    SettingsSource source =
        new SettingsSource(name -> Optional.ofNullable(values.getProperty(name)))
            .telling(
                one -> {
                  SettingsSource.Asked before = asked.putIfAbsent(one.name(), one);
                  boolean same = before == null || before.equals(one);
                  assertTrue(same || !one.effect().isWhileRunning(), before + " and " + one);
                });
    StartCheck.READERS.forEach(reader -> reader.accept(source));
    assertTrue(
        asked.values().stream().filter(one -> one.effect().isWhileRunning()).count() > 40,
        asked.toString());
  }

  @Test
  void areReadBeforeAnythingElseStarts() throws IOException {
    Properties values = new Properties();
    values.load(new StringReader(defaults()));
    values.setProperty("plenum.data.dir", folder.toString());
    Set<String> asked = new TreeSet<>();
    SettingsSource source =
        new SettingsSource(
            name -> {
              asked.add(name);
              return Optional.ofNullable(values.getProperty(name));
            });

    assertEquals(Optional.empty(), StartCheck.problem(source));

    assertEquals(settings(), asked);
  }
}
