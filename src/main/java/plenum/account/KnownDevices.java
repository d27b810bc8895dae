package plenum.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.identity.RandomText;
import plenum.identity.Secrets;

/**
 * The cookie by which a browser is known in which somebody has logged in before: {@code
 * <device>.<signature>}. It lets nobody in; it only keeps others' guesses from holding this browser
 * up.
 */
final class KnownDevices {

  private final byte[] key;

  KnownDevices(Secrets secrets) {
    this.key = secrets.key("known device");
  }

  /** For a browser in which this person has just logged in. */
  String fresh(PersonId person) {
    String device = RandomText.unguessable();
    return device + "." + signature(device, person);
  }

  /** Which browser of this person's it is. */
  Optional<String> read(String value, PersonId person) {
    int end = value.indexOf('.');
    if (end < 0 || value.length() > 200) {
      return Optional.empty();
    }
    String device = value.substring(0, end);
    return MessageDigest.isEqual(
            signature(device, person).getBytes(StandardCharsets.UTF_8),
            value.substring(end + 1).getBytes(StandardCharsets.UTF_8))
        ? Optional.of(device)
        : Optional.empty();
  }

  private String signature(String device, PersonId person) {
    String body = device + " " + person.value();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Secrets.hmac(key, body.getBytes(StandardCharsets.UTF_8)));
  }
}
