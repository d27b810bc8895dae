package plenum.media.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.media.MediaFixture;

class AdministratorsTest {

  private final Administrators administrators =
      new Administrators(
          MediaFixture.settings(
              Map.of("plenum.media.api.username", "admin", "plenum.media.api.password", "sésame")));

  private static Optional<String> basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  @Test
  void letsTheConfiguredUserPass() {
    assertEquals(Optional.empty(), administrators.refusal(basic("admin:sésame")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin:wrong", "admin:", "admin", ":", "", "root:sésame"})
  void refusesOtherCredentials(String credentials) {
    assertEquals(401, administrators.refusal(basic(credentials)).orElseThrow().status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic %%%", "Bearer x"})
  void refusesWhatIsNoCredentials(String header) {
    assertEquals(401, administrators.refusal(Optional.of(header)).orElseThrow().status());
  }

  @Test
  void asksForBasicCredentials() {
    Reply reply = administrators.refusal(Optional.empty()).orElseThrow();
    assertTrue(reply.headers().get("WWW-Authenticate").startsWith("Basic "));
  }

  @Test
  void refusesEverybodyWhileNoPasswordIsSet() {
    Administrators closed =
        new Administrators(MediaFixture.settings(Map.of("plenum.media.api.username", "admin")));
    Reply reply = closed.refusal(basic("admin:")).orElseThrow();
    assertEquals(401, reply.status());
    assertTrue(reply.body().contains("plenum.media.api.password"));
  }
}
