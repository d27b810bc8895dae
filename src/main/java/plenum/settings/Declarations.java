package plenum.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that Plenum declares in its file of defaults, in the order of that file. Kind and
 * limits of each stand where its record reads it, see {@link Catalog}; the launcher has this class
 * without the others.
 *
 * @param all each with what is said of it there
 */
public record Declarations(List<Declaration> all) {

  /** Where the file is among the application's classes. */
  public static final String FILE = "META-INF/microprofile-config.properties";

  /**
   * The system property in which the launcher tells, separated by commas, which settings it has
   * from the file of {@code --config}: it makes system properties of them.
   */
  public static final String OF_FILE = "plenum.launch.of-file";

  /** A setting without a default stands in a comment, with an example instead of a value. */
  private static final Pattern SETTING = Pattern.compile("(# )?(plenum\\.[A-Za-z0-9.-]+)=\\s*(.*)");

  /**
   * One setting.
   *
   * @param value its default, if it has one
   * @param example what could stand there, in words
   * @param comment the lines above it, which may be about the settings below it, too
   */
  public record Declaration(
      String name, Optional<String> value, String example, List<String> comment) {

    public Declaration {
      comment = List.copyOf(comment);
    }
  }

  public Declarations {
    all = List.copyOf(all);
  }

  /** Those of this Plenum. */
  static Declarations own() {
    try (InputStream file = Declarations.class.getResourceAsStream("/" + FILE)) {
      return in(file);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** Those of a file, in UTF-8. */
  public static Declarations in(InputStream file) throws IOException {
    return in(new String(file.readAllBytes(), StandardCharsets.UTF_8));
  }

  /** Those of a file with this text. */
  public static Declarations in(String text) {
    List<Declaration> found = new ArrayList<>();
    List<String> comment = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher setting = SETTING.matcher(line);
      if (setting.matches()) {
        found.add(declaration(setting, comment));
        comment.clear();
      } else if (line.startsWith("#")) {
        comment.add(line.substring(1).strip());
      } else {
        comment.clear();
      }
    }
    return new Declarations(found);
  }

  private static Declaration declaration(Matcher setting, List<String> comment) {
    boolean hasDefault = setting.group(1) == null;
    String text = setting.group(3).strip();
    return new Declaration(
        setting.group(2),
        hasDefault ? Optional.of(text) : Optional.empty(),
        hasDefault ? "" : text,
        comment);
  }

  /** The same settings, some of them with other defaults. */
  public Declarations with(Map<String, String> defaults) {
    return new Declarations(
        all.stream()
            .map(
                setting ->
                    new Declaration(
                        setting.name(),
                        Optional.ofNullable(defaults.get(setting.name())).or(setting::value),
                        setting.example(),
                        setting.comment()))
            .toList());
  }

  /** The defaults of those that have one. */
  public Properties defaults() {
    Properties defaults = new Properties();
    for (Declaration setting : all) {
      setting.value().ifPresent(value -> defaults.setProperty(setting.name(), value));
    }
    return defaults;
  }

  /**
   * The variables of the environment that give a setting, as MicroProfile Config looks for them:
   * the first that there is; the last is as people write it.
   */
  public static List<String> variables(String setting) {
    String plain = setting.replaceAll("[^A-Za-z0-9]", "_");
    return List.of(setting, plain, plain.toUpperCase(Locale.ROOT));
  }

  /** Whether there is such a setting. */
  public boolean has(String name) {
    return all.stream().anyMatch(setting -> setting.name().equals(name));
  }
}
