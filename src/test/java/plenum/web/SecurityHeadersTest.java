package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.settings.MediaSettingsTest;

class SecurityHeadersTest {

  private static String policy(Map<String, String> settings) {
    return SecurityHeaders.policy(MediaSettingsTest.settings(settings));
  }

  @Test
  void keepsPagesToThisOrigin() {
    String policy = policy(Map.of());
    assertTrue(policy.startsWith("default-src 'self'; connect-src 'self' ws: wss:; "), policy);
    assertFalse(policy.contains("http"), policy);
  }

  @Test
  void permitsNothingInlineNoPlugInsAndNoOtherBase() {
    String policy = policy(Map.of());
    assertFalse(policy.contains("unsafe"), policy);
    assertTrue(policy.contains("; object-src 'none'; base-uri 'none'; "), policy);
    assertTrue(policy.endsWith("; frame-ancestors 'none'"), policy);
  }

  @Test
  void permitsTheAddressesThatTheSiteSendsPagesTo() {
    String policy =
        policy(
            Map.of(
                "plenum.browser.play-address", "https://play.example",
                "plenum.media.http-address", "https://media.example/pull"));
    assertTrue(
        policy.contains("connect-src 'self' ws: wss: https://play.example https://media.example;"),
        policy);
    assertTrue(
        policy.contains("media-src 'self' blob: mediastream: https://media.example;"), policy);
  }

  @Test
  void letsAPageBeKeptForAMomentOnlyWhenItIsFetchedAhead() {
    assertEquals("private, max-age=60", SecurityHeaders.caching("prefetch"));
    assertEquals("private, max-age=60", SecurityHeaders.caching("prefetch;prerender"));
    assertEquals("no-cache", SecurityHeaders.caching(null));
  }
}
