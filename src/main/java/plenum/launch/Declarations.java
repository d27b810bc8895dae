package plenum.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that Plenum declares in its file of defaults, in the order of that file.
 *
 * @param all each with what is said of it there
 */
record Declarations(List<Declaration> all) {

  /** Where the file is among the application's classes. */
  static final String FILE = "META-INF/microprofile-config.properties";

  /** A setting without a default stands in a comment, with an example instead of a value. */
  private static final Pattern SETTING = Pattern.compile("(# )?(plenum\\.[A-Za-z0-9.-]+)=\\s*(.*)");

  /**
   * One setting.
   *
   * @param value its default, if it has one
   * @param example what could stand there, in words
   * @param comment the lines above it, which may be about the settings below it, too
   */
  record Declaration(String name, Optional<String> value, String example, List<String> comment) {

    Declaration {
      comment = List.copyOf(comment);
    }
  }

  Declarations {
    all = List.copyOf(all);
  }

  static Declarations in(InputStream file) throws IOException {
    return in(new String(file.readAllBytes(), StandardCharsets.UTF_8));
  }

  static Declarations in(String text) {
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
  Declarations with(Map<String, String> defaults) {
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

  Properties defaults() {
    Properties defaults = new Properties();
    for (Declaration setting : all) {
      setting.value().ifPresent(value -> defaults.setProperty(setting.name(), value));
    }
    return defaults;
  }

  boolean has(String name) {
    return all.stream().anyMatch(setting -> setting.name().equals(name));
  }
}
