package plenum.media.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.media.MediaFixture;
import plenum.media.MutableClock;

class AdministratorsTest {

  private static final InetAddress OTHER = DoorFixture.address("192.0.2.8");

  private final MutableClock clock = new MutableClock();
  private final Administrators administrators =
      new Administrators(
          MediaFixture.settings(
              Map.of("plenum.media.api.username", "admin", "plenum.media.api.password", "sésame")),
          clock);

  private static Optional<String> basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  @Test
  void letsTheConfiguredUserPass() {
    assertEquals(
        Optional.empty(), administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin:wrong", "admin:", "admin", ":", "", "root:sésame"})
  void refusesOtherCredentials(String credentials) {
    assertEquals(
        401, administrators.refusal(basic(credentials), DoorFixture.CLIENT).orElseThrow().status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic %%%", "Bearer x"})
  void refusesWhatIsNoCredentials(String header) {
    assertEquals(
        401,
        administrators.refusal(Optional.of(header), DoorFixture.CLIENT).orElseThrow().status());
  }

  @Test
  void asksForBasicCredentials() {
    Reply reply = administrators.refusal(Optional.empty(), DoorFixture.CLIENT).orElseThrow();
    assertTrue(reply.headers().get("WWW-Authenticate").startsWith("Basic "));
  }

  @Test
  void refusesEverybodyWhileNoPasswordIsSet() {
    Administrators closed =
        new Administrators(MediaFixture.settings(Map.of("plenum.media.api.username", "admin")));
    Reply reply = closed.refusal(basic("admin:"), DoorFixture.CLIENT).orElseThrow();
    assertEquals(401, reply.status());
    assertTrue(reply.body().contains("plenum.media.api.password"));
  }

  private void guess(int times) {
    for (int i = 0; i < times; i++) {
      administrators.refusal(basic("admin:" + i), DoorFixture.CLIENT);
    }
  }

  @Test
  void makesAnAddressWaitThatGuesses() {
    guess(Brake.FAILURES);
    Reply reply = administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT).orElseThrow();
    assertEquals(429, reply.status());
    int seconds = Integer.parseInt(reply.headers().get("Retry-After"));
    clock.pass(Duration.ofSeconds(seconds));
    assertEquals(
        Optional.empty(), administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT));
  }

  @Test
  void letsOthersPassWhileOneHasToWait() {
    guess(Brake.FAILURES);
    assertEquals(Optional.empty(), administrators.refusal(basic("admin:sésame"), OTHER));
    assertEquals(401, administrators.refusal(basic("admin:x"), OTHER).orElseThrow().status());
  }

  @Test
  void countsOnlyFailuresSinceTheLastSuccess() {
    guess(Brake.FAILURES - 1);
    administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT);
    guess(Brake.FAILURES - 1);
    assertEquals(
        Optional.empty(), administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT));
  }

  @Test
  void countsNoRequestWithoutCredentials() {
    for (int i = 0; i < 2 * Brake.FAILURES; i++) {
      administrators.refusal(Optional.empty(), DoorFixture.CLIENT);
    }
    assertEquals(
        Optional.empty(), administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT));
  }
}
