package plenum.media.ticket;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import plenum.identity.PersonId;
import plenum.settings.TurnSettings;

/**
 * Lets people in at the site's TURN servers for a while, by what these share with Plenum
 * (draft-uberti-behave-turn-rest, coturn's {@code use-auth-secret}): nobody need be known there.
 */
public final class Relays {

  private static final String HMAC = "HmacSHA1";

  private final TurnSettings settings;
  private final Clock clock;

  public Relays(TurnSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** For that person, from now on; empty where the site has no such servers. */
  public Optional<Relay> of(PersonId person) {
    if (settings.urls().isEmpty()) {
      return Optional.empty();
    }
    long expires = clock.instant().plus(settings.lifetime()).getEpochSecond();
    String username = expires + ":" + person.value();
    return Optional.of(new Relay(settings.urls(), username, sign(username)));
  }

  private String sign(String username) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), HMAC));
      byte[] signature = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + HMAC, impossible);
    }
  }
}
