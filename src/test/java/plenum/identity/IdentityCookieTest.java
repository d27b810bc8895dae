package plenum.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plenum.settings.SiteSettings;

class IdentityCookieTest {

  private static final SiteSettings ROOT = new SiteSettings("");
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  private final Secrets secrets = new Secrets("a secret of more than 32 characters");
  private final IdentityCookie cookie = at(NOW);

  private IdentityCookie at(Instant time) {
    return new IdentityCookie(secrets, ROOT, Clock.fixed(time, ZoneOffset.UTC));
  }

  @Test
  void readsWhatItWrote() {
    Identity ada = cookie.named(cookie.stranger(), DisplayName.of("Ada 爱达 👩‍🚀"));

    assertEquals(Optional.of(ada), cookie.read(cookie.value(ada)));
  }

  @Test
  void readsAPersonWithoutAName() {
    Identity stranger = cookie.stranger();

    assertEquals(Optional.of(stranger), cookie.read(cookie.value(stranger)));
  }

  @Test
  void refusesEveryChangeOfOneCharacter() {
    String value = cookie.value(cookie.named(cookie.stranger(), DisplayName.of("Ada")));
    for (int i = 0; i < value.length(); i++) {
      char other = value.charAt(i) == 'A' ? 'B' : 'A';
      String tampered = value.substring(0, i) + other + value.substring(i + 1);
      // The last character of a base64 text holds unused bits; here they are compared as text.
      assertEquals(Optional.empty(), cookie.read(tampered), "at " + i);
    }
  }

  @Test
  void refusesEveryTruncation() {
    String value = cookie.value(cookie.stranger());
    for (int i = 0; i < value.length(); i++) {
      assertEquals(Optional.empty(), cookie.read(value.substring(0, i)));
    }
  }

  @Test
  void refusesAnotherServersCookie() {
    Secrets others = new Secrets("another secret of more than 32 characters");
    String value = new IdentityCookie(others, ROOT).value(cookie.stranger());

    assertEquals(Optional.empty(), cookie.read(value));
  }

  @Test
  void refusesGarbage() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(200), 32, 127).forEach(c -> text.append((char) c));
      assertEquals(Optional.empty(), cookie.read(text.toString()));
    }
  }

  @Test
  void refusesACookieAfterItsYear() {
    String value = cookie.value(cookie.stranger());

    assertTrue(at(NOW.plus(Duration.ofDays(364))).read(value).isPresent());
    assertTrue(at(NOW.plus(Duration.ofDays(366))).read(value).isEmpty());
  }

  @Test
  void asksForRenewalAfterADay() {
    Identity stranger = cookie.stranger();

    assertFalse(at(NOW.plus(Duration.ofHours(23))).isStale(stranger));
    assertTrue(at(NOW.plus(Duration.ofHours(25))).isStale(stranger));
  }

  @Test
  void findsItsCookieAmongOthers() {
    Identity stranger = cookie.stranger();
    String header = "a=b; plenum=forged; plenum=" + cookie.value(stranger) + "; c=d";

    assertEquals(Optional.of(stranger), cookie.readHeader(header));
  }

  @Test
  void isSentToThisSiteAlone() {
    assertTrue(cookie.header(cookie.stranger(), false).contains("; Path=/;"));
    IdentityCookie below =
        new IdentityCookie(secrets, new SiteSettings("/plenum"), Clock.systemUTC());
    assertTrue(below.header(below.stranger(), false).contains("; Path=/plenum/;"));
  }

  @Test
  void isSecureOnlyOverHttps() {
    Identity stranger = cookie.stranger();

    assertTrue(cookie.header(stranger, true).endsWith("; Secure"));
    assertFalse(cookie.header(stranger, false).contains("Secure"));
  }
}
