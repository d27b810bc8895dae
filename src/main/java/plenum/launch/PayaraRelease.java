package plenum.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Payara Micro in {@code plenum.jar}, which has one for older and one for newer Javas:
 * its manifest says {@code Payara-Micro-Java-21: 7.2026.11}.
 *
 * @param version as its makers call it
 */
record PayaraRelease(String version) {

  private static final Pattern FROM_JAVA = Pattern.compile("Payara-Micro-Java-(\\d+)");

  /** The one for this Java. */
  static PayaraRelease in(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return of(file.getManifest().getMainAttributes(), Runtime.version().feature());
    } catch (IOException unreadable) {
      throw new LaunchRefused("The file %s cannot be read: %s.".formatted(jar, unreadable));
    }
  }

  /**
   * The newest one that runs on a Java.
   *
   * @param manifest of the jar
   * @param java its feature release, such as 17
   */
  static PayaraRelease of(Attributes manifest, int java) {
    TreeMap<Integer, String> releases = new TreeMap<>();
    manifest.forEach(
        (name, version) -> {
          Matcher from = FROM_JAVA.matcher(name.toString());
          if (from.matches()) {
            releases.put(Integer.valueOf(from.group(1)), version.toString());
          }
        });
    Map.Entry<Integer, String> newest = releases.floorEntry(java);
    if (newest == null) {
      throw new LaunchRefused(
          "Java %d is too old: Java %s or newer is needed."
              .formatted(java, releases.isEmpty() ? 17 : releases.firstKey()));
    }
    return new PayaraRelease(newest.getValue());
  }

  /** Where it is in the jar. */
  String folder() {
    return "program/payara-" + version + "/";
  }
}
