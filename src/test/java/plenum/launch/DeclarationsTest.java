package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import plenum.settings.Declarations;
import plenum.settings.Declarations.Declaration;

/** The list of all settings, in help and in {@code plenum.properties}. */
class DeclarationsTest {

  private static final Path FILE = Path.of("src/main/resources", Declarations.FILE);

  private static Declarations real() throws IOException {
    return Declarations.in(Files.readString(FILE));
  }

  @Test
  void readsDefaultsExamplesAndComments() {
    Declarations declared =
        Declarations.in(
            "# Of the file.\n\n# One.\n# Two.\nplenum.a=1\n# plenum.b=  such as 2\n\nplenum.c=\n");

    assertEquals(
        List.of(
            new Declaration("plenum.a", Optional.of("1"), "", List.of("One.", "Two.")),
            new Declaration("plenum.b", Optional.empty(), "such as 2", List.of()),
            new Declaration("plenum.c", Optional.of(""), "", List.of())),
        declared.all());
    assertTrue(declared.has("plenum.b"));
    assertFalse(declared.has("plenum.d"));
  }

  @Test
  void hasTheSameDefaultsAsTheFile() throws IOException {
    Properties properties = new Properties();
    properties.load(Files.newBufferedReader(FILE));
    properties.keySet().removeIf(name -> !name.toString().startsWith("plenum.")); // The server's.

    assertEquals(properties, real().defaults());
    assertTrue(real().all().size() > properties.size(), "some have no default");
  }

  @Test
  void areAllInTheHelp() throws IOException {
    String help = Help.text(real());

    for (Declaration setting : real().all()) {
      assertTrue(help.contains("\n    " + setting.name()), setting.name());
    }
    assertTrue(help.contains("    plenum.rooms.max=100\n"), help);
    assertTrue(help.contains("--config FILE"), help);
    assertTrue(help.contains("--profile NAME"), help);
    assertEquals(List.of(), help.lines().filter(line -> line.length() > 120).toList());
  }

  @Test
  void areAllInTheDeliveredFileWithTheirDefaultsAndWhatTheDocumentSays() throws IOException {
    String document = Files.readString(Path.of("docs/operations/settings.md"));
    String text = PropertiesFile.text(real(), document);

    for (Declaration setting : real().all()) {
      String line = "#" + setting.name() + "=" + setting.value().orElse("");
      assertTrue(text.lines().anyMatch(line::equals), line);
    }
    assertTrue(text.contains("# Rooms at a time\n#plenum.rooms.max=100\n"), text);
    assertFalse(text.contains("]("), "links are for documents");
    assertTrue(text.lines().allMatch(line -> line.isEmpty() || line.startsWith("#")));
    assertEquals(List.of(), text.lines().filter(line -> line.length() > 120).toList());
  }

  /** Whoever takes all signs away has the defaults, and nothing but settings. */
  @Test
  void isAFileOfSettingsWhenTheSignsAreTakenAway() throws IOException {
    String text =
        PropertiesFile.text(real(), Files.readString(Path.of("docs/operations/settings.md")));
    Properties properties = new Properties();
    properties.load(new java.io.StringReader(text.replace("#plenum.", "plenum.")));

    assertEquals(real().all().size(), properties.size());
    real().defaults().forEach((name, value) -> assertEquals(value, properties.get(name)));
  }

  @Test
  void describesSeveralSettingsOfOneEntryOnce() {
    String text =
        PropertiesFile.text(
            Declarations.in("plenum.a=1\nplenum.b=2\n# Only here.\nplenum.c=3\n"),
            "## S\n\n"
                + "* `plenum.a` (`1`), `plenum.b`\n"
                + "  (`2`): how `x` is\n"
                + "  [done](y.md)\n\n"
                + "Text\n");

    assertTrue(
        text.endsWith(
            "\n\n# How x is done\n#plenum.a=1\n#plenum.b=2\n\n# Only here.\n#plenum.c=3\n"),
        text);
  }
}
