package plenum.admin.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The certificate of https: how long it is good, and for which names. */
final class CertificateCheck {

  private static final String NAME = "certificate";
  private static final long SOON = 14;

  private CertificateCheck() {}

  /**
   * A certificate, as far as it is looked at.
   *
   * @param names that it is for
   */
  record Shown(Instant begin, Instant end, Set<String> names) {}

  /**
   * @param shown empty where this server has no https of its own
   * @param host by which the administrator's browser came
   */
  static Finding of(Optional<Shown> shown, String host, Instant now) {
    return shown
        .map(certificate -> of(certificate, host, now))
        .orElseGet(() -> Finding.none(NAME, "certificate.none"));
  }

  private static Finding of(Shown shown, String host, Instant now) {
    long days = Duration.between(now, shown.end()).toDays();
    String measured = days + " d; " + String.join(", ", shown.names().stream().sorted().toList());
    if (now.isAfter(shown.end())) {
      return Finding.bad(NAME, measured, "certificate.over");
    }
    if (now.isBefore(shown.begin())) {
      return Finding.bad(NAME, measured, "certificate.early");
    }
    if (shown.names().stream().noneMatch(name -> covers(name, host))) {
      return Finding.bad(NAME, measured, "certificate.name", host);
    }
    return days < SOON
        ? Finding.attention(NAME, measured, "certificate.soon", Long.toString(days))
        : Finding.good(NAME, measured, "certificate.good");
  }

  /** A star stands for one label (RFC 9525, section 6.3). */
  private static boolean covers(String name, String host) {
    String plain = host.replaceAll("[\\[\\]]", "");
    return name.equalsIgnoreCase(plain)
        || name.startsWith("*.")
            && plain.indexOf('.') > 0
            && name.substring(1).equalsIgnoreCase(plain.substring(plain.indexOf('.')));
  }
}
