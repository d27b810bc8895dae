package plenum.launch;

import java.util.Optional;

/** Which Plenum this is, as the jar's manifest says. */
final class Version {

  private Version() {}

  /** As {@code --version} tells it. */
  static String line(PayaraRelease payara) {
    Package jar = Main.class.getPackage();
    return "Plenum %s on Payara Micro %s, Java %s"
        .formatted(
            Optional.ofNullable(jar.getImplementationVersion()).orElse("unknown"),
            payara.version(),
            System.getProperty("java.version"));
  }
}
