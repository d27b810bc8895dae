package plenum.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.identity.Secrets;

class SecretSealTest {

  private final SecretSeal seal = sealOf("a secret of the site, long enough");
  private final byte[] secret = SecretSeal.fresh();

  private static SecretSeal sealOf(String siteSecret) {
    return new SecretSeal(new Secrets(siteSecret).key("webhooks"));
  }

  private static Webhook webhook(String id, String sealed) {
    return new Webhook(
        id,
        URI.create("https://a.example/"),
        Set.of(WebhookEvent.ROOM_OPENED),
        sealed,
        Instant.EPOCH);
  }

  @Test
  void givesBackWhatItWasGiven() {
    String sealed = seal.seal(secret, "one");
    assertArrayEquals(secret, seal.open(webhook("one", sealed)).orElseThrow());
    assertNotEquals(sealed, seal.seal(secret, "one"), "a nonce of its own each time");
    assertTrue(sealed.length() <= 200, "the column's length");
  }

  @Test
  void opensNothingThatIsAnothersOrWasChanged() {
    String sealed = seal.seal(secret, "one");
    assertEquals(Optional.empty(), seal.open(webhook("two", sealed)));
    assertEquals(
        Optional.empty(), sealOf("another secret of the site").open(webhook("one", sealed)));
    char first = sealed.charAt(20) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, 20) + first + sealed.substring(21);
    assertEquals(Optional.empty(), seal.open(webhook("one", changed)));
    assertEquals(Optional.empty(), seal.open(webhook("one", "")));
    assertEquals(Optional.empty(), seal.open(webhook("one", "not base64!")));
  }
}
