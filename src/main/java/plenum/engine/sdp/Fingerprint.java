package plenum.engine.sdp;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hash of a certificate (RFC 8122 section 5).
 *
 * @param algorithm {@code sha-256}, {@code sha-384} or {@code sha-512}
 * @param value upper-case hexadecimal bytes separated by colons
 */
public record Fingerprint(String algorithm, String value) {

  private static final Pattern BYTES = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2})*");
  private static final Map<String, Integer> LENGTHS =
      Map.of("sha-256", 32, "sha-384", 48, "sha-512", 64);

  public Fingerprint {
    algorithm = algorithm.toLowerCase(Locale.ROOT);
    value = value.toUpperCase(Locale.ROOT);
    Integer length = LENGTHS.get(algorithm);
    if (length == null || value.length() != 3 * length - 1 || !BYTES.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the fingerprint of a certificate: " + algorithm);
    }
  }

  /** As SDP has it: the algorithm, a space and the value. */
  public String text() {
    return algorithm + " " + value;
  }

  /** Whether certificates can be compared by this algorithm. */
  static boolean knows(String algorithm) {
    return LENGTHS.containsKey(algorithm.toLowerCase(Locale.ROOT));
  }

  /** The fingerprint, unless its value is not one of its algorithm. */
  static Optional<Fingerprint> of(String algorithm, String value) {
    try {
      return Optional.of(new Fingerprint(algorithm, value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
