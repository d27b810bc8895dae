package plenum.launch;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Defaults for one kind of machine, as a file of the application says them.
 *
 * @param settings by name
 * @param javaOptions what Java is told unless somebody tells it otherwise
 */
record Profile(Map<String, String> settings, List<String> javaOptions) {

  /** The setting with its name. */
  static final String SETTING = "plenum.profile";

  /** Where the files are among the application's classes. */
  static final String FOLDER = "plenum/profiles/";

  /** That of a site that chose none. */
  static final Profile NONE = new Profile(Map.of(), List.of());

  private static final String JAVA = "java.options";

  Profile {
    settings = Map.copyOf(settings);
    javaOptions = List.copyOf(javaOptions);
  }

  static Profile in(InputStream file) throws IOException {
    Properties properties = new Properties();
    properties.load(file);
    String java = properties.getProperty(JAVA, "").strip();
    properties.remove(JAVA);
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    return new Profile(settings, java.isEmpty() ? List.of() : List.of(java.split("\\s+")));
  }
}
