package plenum.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import plenum.settings.Declarations;

/**
 * The application that is to be started, which is asked what keeps it from starting: its own
 * classes know its settings.
 *
 * @param classes where they are, a folder; it may be inside a jar
 */
record Application(URL classes) {

  private static final String CHECK = "plenum.launch.Precheck";

  /** Packed in a jar, in this folder of it. */
  static Application in(Path jar, String folder) {
    return at("jar:" + jar.toUri() + "!/" + folder);
  }

  /** Unpacked. */
  static Application in(Path folder) {
    return at(folder.resolve("WEB-INF/classes/").toUri().toString());
  }

  private static Application at(String classes) {
    try {
      return new Application(new URL(classes));
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What it declares. */
  Declarations declarations() {
    try (InputStream file = new URL(classes, Declarations.FILE).openStream()) {
      return Declarations.in(file);
    } catch (IOException missing) {
      throw new LaunchRefused("Plenum's own files are damaged: " + missing.getMessage() + ".");
    }
  }

  /** What it is told, with the defaults of the profile that is chosen. */
  LaunchSettings settings(Map<String, String> told, Optional<Path> file) {
    LaunchSettings plain = LaunchSettings.current(told, file, declarations());
    return plain.with(profile(plain));
  }

  /** The profile that these settings choose; that there is none of its name is told later. */
  Profile profile(LaunchSettings settings) {
    String name = settings.text(Profile.SETTING).orElse("").strip();
    if (!name.matches("[a-z]+")) {
      return Profile.NONE;
    }
    try (InputStream file = new URL(classes, Profile.FOLDER + name + ".properties").openStream()) {
      return Profile.in(file);
    } catch (IOException missing) {
      return Profile.NONE;
    }
  }

  /** What keeps it from starting, in one sentence. */
  @SuppressWarnings("unchecked")
  Optional<String> problem(LaunchSettings settings) {
    return (Optional<String>) ask("problem", settings, List.of());
  }

  /**
   * What can be checked before a start, each with a sentence, or an empty one if it is fine.
   *
   * @param libraries that a check of these settings needs
   */
  @SuppressWarnings("unchecked")
  Map<String, String> check(LaunchSettings settings, List<URL> libraries) {
    return (Map<String, String>) ask("check", settings, libraries);
  }

  private Object ask(String method, LaunchSettings settings, List<URL> libraries) {
    Function<String, Optional<String>> lookup = settings::text;
    URL[] all = Stream.concat(Stream.of(classes), libraries.stream()).toArray(URL[]::new);
    // Not by the loader of these classes, which has some of the application's.
    try (var loader = new URLClassLoader(all, ClassLoader.getPlatformClassLoader())) {
      return loader.loadClass(CHECK).getMethod(method, Function.class).invoke(null, lookup);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (IOException | ReflectiveOperationException | LinkageError damaged) {
      throw new LaunchRefused("Plenum's own files are damaged: " + damaged + ".");
    }
  }
}
