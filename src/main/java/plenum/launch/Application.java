package plenum.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * The application that is to be deployed, which is asked what keeps it from starting: its own
 * classes know its settings.
 */
record Application(Path war) {

  private static final String CHECK = "plenum.launch.Precheck";
  private static final String DEFAULTS = "META-INF/microprofile-config.properties";

  static Application at(Path war) {
    if (!Files.exists(war)) {
      throw new LaunchRefused(
          "There is no application at %s (--deploy).".formatted(war.toAbsolutePath()));
    }
    return new Application(war);
  }

  /**
   * What keeps it from starting, in one sentence; nothing is known of an application of another.
   */
  @SuppressWarnings("unchecked")
  Optional<String> problem(CommandLine command) {
    try (var classes = new URLClassLoader(new URL[] {classes()}, systemClasses())) {
      if (classes.findResource(CHECK.replace('.', '/') + ".class") == null) {
        return Optional.empty();
      }
      var method = classes.loadClass(CHECK).getMethod("problem", Function.class);
      return (Optional<String>) method.invoke(null, settings(command, classes));
    } catch (IOException | ReflectiveOperationException | LinkageError unknown) {
      // Payara Micro says what is wrong with such an application.
      return Optional.empty();
    }
  }

  /** Not the application's own loader, which has the agent's classes. */
  private static ClassLoader systemClasses() {
    return ClassLoader.getPlatformClassLoader();
  }

  private URL classes() throws IOException {
    URI file = war.toAbsolutePath().toUri();
    return Files.isDirectory(war)
        ? war.resolve("WEB-INF/classes/").toAbsolutePath().toUri().toURL()
        : new URL("jar:" + file + "!/WEB-INF/classes/");
  }

  /** As MicroProfile Config finds them: system properties, the environment, the defaults. */
  private static Function<String, Optional<String>> settings(
      CommandLine command, URLClassLoader classes) throws IOException {
    Properties defaults = new Properties();
    try (InputStream in = classes.getResourceAsStream(DEFAULTS)) {
      if (in != null) {
        defaults.load(in);
      }
    }
    Properties told = command.systemProperties();
    return name ->
        Optional.ofNullable(System.getProperty(name))
            .or(() -> Optional.ofNullable(told.getProperty(name)))
            .or(() -> environment(name))
            .or(() -> Optional.ofNullable(defaults.getProperty(name)));
  }

  private static Optional<String> environment(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9]", "_");
    return Optional.ofNullable(System.getenv(name))
        .or(() -> Optional.ofNullable(System.getenv(plain)))
        .or(() -> Optional.ofNullable(System.getenv(plain.toUpperCase(Locale.ROOT))));
  }
}
