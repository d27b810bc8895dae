package plenum.launch;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What this JVM was told, such as {@code -Xmx1g}; the server's is to be told the same. */
final class OwnOptions {

  private OwnOptions() {}

  static List<String> current() {
    return ProcessHandle.current()
        .info()
        .arguments()
        .map(Arrays::asList)
        .flatMap(OwnOptions::beforeTheJar)
        // Where the system does not tell it; this knows no path of modules and classes.
        .orElseGet(() -> ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  static Optional<List<String>> beforeTheJar(List<String> words) {
    int jar = words.indexOf("-jar");
    return jar < 0 ? Optional.empty() : Optional.of(List.copyOf(words.subList(0, jar)));
  }
}
