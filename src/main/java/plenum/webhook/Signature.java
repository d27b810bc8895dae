package plenum.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import plenum.identity.Secrets;

/**
 * The headers by which a receiver knows whose a message is, and when it was sent (Standard Webhooks
 * 1.0.0, "Webhook metadata" and "Signature scheme").
 */
final class Signature {

  private static final String PREFIX = "whsec_";

  private Signature() {}

  /** A secret as its person copies it to the receiver. */
  static String shown(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /**
   * @param id the message's, the same each time that it is tried
   * @param now of this try, so that nobody uses an old one again
   */
  static Map<String, String> headers(byte[] secret, String id, Instant now, String body) {
    String seconds = Long.toString(now.getEpochSecond());
    byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
    String signature = Base64.getEncoder().encodeToString(Secrets.hmac(secret, signed));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", seconds);
    headers.put("webhook-signature", "v1," + signature);
    return headers;
  }
}
