package plenum.launch;

import java.util.Optional;

/** Which Plenum this is, as the jar's manifest says. */
final class Version {

  private Version() {}

  /** As {@code --version} tells it. */
  static String line() {
    Package jar = Main.class.getPackage();
    return "Plenum %s on Payara Micro %s, Java %s"
        .formatted(
            or(jar.getImplementationVersion()),
            or(jar.getSpecificationVersion()),
            System.getProperty("java.version"));
  }

  private static String or(String version) {
    return Optional.ofNullable(version).orElse("unknown");
  }
}
