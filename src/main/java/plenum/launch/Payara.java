package plenum.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Payara Micro in this process, from its libraries as they lie in a folder.
 *
 * @param jar whose manifest lists the libraries
 * @param root the folder of what it writes, made anew at each start: it would deploy again what it
 *     had deployed before
 * @param preboot the boot commands
 */
record Payara(Path jar, Path root, Path preboot) {

  private static final String MAIN = "fish.payara.micro.impl.PayaraMicroImpl";

  /** The product's boot commands, as its options name them. */
  static final String PREBOOT = "payara/preboot.txt";

  private static final String PROPERTIES = "/MICRO-INF/payara-boot.properties";

  private static final long KB = 1024;

  /** Of a disk, for what Payara Micro writes (1.2 MB) and what Plenum does. */
  private static final long NEEDED = 4096 * KB;

  private static final String OPTIONS = "payara/micro.options";

  Payara {
    jar = jar.toAbsolutePath();
    root = root.toAbsolutePath();
  }

  /** What it is told: the product's options, whose files are beside its jar, and what is added. */
  List<String> arguments(Path application, int port, List<String> more) throws IOException {
    Path folder = jar.getParent();
    List<String> arguments = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(OPTIONS))) {
      if (!line.startsWith("#")) {
        arguments.add(line.startsWith("payara/") ? file(line).toString() : line);
      }
    }
    arguments.addAll(List.of("--deploy", application.toString()));
    arguments.addAll(List.of("--port", Integer.toString(port)));
    arguments.addAll(List.of("--rootdir", root.toString()));
    arguments.addAll(more);
    return arguments;
  }

  private Path file(String name) {
    return name.equals(PREBOOT) ? preboot : jar.resolveSibling(name);
  }

  /**
   * Returns when the application is there.
   *
   * @throws LaunchRefused when it cannot write, or does not run
   */
  void run(List<String> arguments) throws IOException, ReflectiveOperationException {
    clear();
    System.setProperty("fish.payara.micro.BootJar", jar.toUri().toString());
    System.setProperty("fish.payara.micro.UnpackDir", jar.getParent().toString());
    properties();
    try {
      Class.forName(MAIN)
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments.toArray(String[]::new));
    } catch (InvocationTargetException failed) {
      throw new LaunchRefused(
          "Payara Micro failed: %s. What it writes is in %s, in the data directory (--data)."
              .formatted(Reason.of(failed.getCause()), root));
    }
  }

  /** What others made there, such as root at an earlier start, may be nobody else's to remove. */
  private void clear() throws IOException {
    try {
      Folders.delete(root);
      Files.createDirectories(root);
    } catch (IOException | UncheckedIOException failed) {
      throw new LaunchRefused(
          "The folder %s cannot be made anew: %s. Remove it, or give it to the user of Plenum."
              .formatted(root, Reason.of(failed)));
    }
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < NEEDED) {
      throw new LaunchRefused(
          "The disk of the data directory %s (--data) is full: %d KB are free, %d are needed."
              .formatted(root.getParent(), free / KB, NEEDED / KB));
    }
  }

  /**
   * What Payara Micro's own launcher sets: without it 7.2026.11 has no policy of Jakarta
   * Authorization, and warns of that. What was given to Java counts more.
   */
  private static void properties() throws IOException {
    Properties own = new Properties();
    try (InputStream file = Payara.class.getResourceAsStream(PROPERTIES)) {
      own.load(file);
    }
    own.remove("java.net.preferIPv4Stack"); // People come by IPv6, too.
    own.forEach(System.getProperties()::putIfAbsent);
  }
}
