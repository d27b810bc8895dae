package plenum.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final Instant THEN = Instant.ofEpochSecond(1614265330);

  /** As Standard Webhooks' own libraries test it. */
  @Test
  void isThatOfStandardWebhooks() {
    byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertEquals("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Signature.shown(secret));
    assertEquals(
        Map.of(
            "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp", "1614265330",
            "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        Signature.headers(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", THEN, "{\"test\": 2432232314}"));
  }

  @Test
  void holdsForOneMessageAtOneTime() {
    byte[] secret = SecretSeal.fresh();
    Map<String, String> first = Signature.headers(secret, "msg_a", THEN, "{}");
    assertNotEquals(first, Signature.headers(secret, "msg_b", THEN, "{}"));
    assertNotEquals(
        first.get("webhook-signature"),
        Signature.headers(secret, "msg_a", THEN.plusSeconds(1), "{}").get("webhook-signature"));
    assertNotEquals(first, Signature.headers(secret, "msg_a", THEN, "{ }"));
    assertNotEquals(first, Signature.headers(SecretSeal.fresh(), "msg_a", THEN, "{}"));
    assertTrue(first.get("webhook-signature").startsWith("v1,"));
  }
}
