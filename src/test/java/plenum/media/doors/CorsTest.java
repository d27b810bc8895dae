package plenum.media.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.media.stream.MediaFixture;

class CorsTest {

  private static final Optional<String> PORTAL = Optional.of("https://portal.example");

  private static Cors listing(String origins) {
    return new Cors(MediaFixture.settings(Map.of("plenum.media.cors", origins)));
  }

  @Test
  void permitsNoOtherOriginByDefault() {
    assertEquals(Map.of(), listing("").headers(PORTAL, false));
  }

  @Test
  void permitsAListedOriginToReadTheLocation() {
    Map<String, String> headers = listing("https://portal.example").headers(PORTAL, false);
    assertEquals("https://portal.example", headers.get("Access-Control-Allow-Origin"));
    assertTrue(headers.get("Access-Control-Expose-Headers").contains("Location, ETag"));
  }

  @Test
  void permitsEveryOriginByAStar() {
    assertFalse(listing("*").headers(PORTAL, false).isEmpty());
  }

  @Test
  void namesMethodsAndHeadersToAPreflightRequest() {
    Map<String, String> headers = listing("https://portal.example").headers(PORTAL, true);
    assertTrue(headers.get("Access-Control-Allow-Methods").contains("PATCH, DELETE"));
    assertTrue(headers.get("Access-Control-Allow-Headers").contains("If-Match"));
    assertTrue(headers.get("Access-Control-Allow-Headers").contains("Authorization"));
  }

  @Test
  void saysNothingToOtherOrigins() {
    assertEquals(
        Map.of(),
        listing("https://portal.example").headers(Optional.of("https://x.example"), true));
  }
}
