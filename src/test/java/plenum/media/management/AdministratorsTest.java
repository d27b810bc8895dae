package plenum.media.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.http.Brake;
import plenum.http.Reply;
import plenum.media.MutableClock;
import plenum.media.doors.DoorFixture;
import plenum.media.stream.MediaFixture;
import plenum.text.Texts;

class AdministratorsTest {

  private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);

  private static final InetAddress OTHER = DoorFixture.address("192.0.2.8");

  private final MutableClock clock = new MutableClock();
  private final Administrators administrators =
      new Administrators(
          MediaFixture.settings(
              Map.of("plenum.media.api.username", "admin", "plenum.media.api.password", "sésame")),
          clock::nanoTime);

  private static Optional<String> basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  @Test
  void letsTheConfiguredUserPass() {
    assertEquals(
        Optional.empty(),
        administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT, ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin:wrong", "admin:", "admin", ":", "", "root:sésame"})
  void refusesOtherCredentials(String credentials) {
    assertEquals(
        401,
        administrators
            .refusal(basic(credentials), DoorFixture.CLIENT, ENGLISH)
            .orElseThrow()
            .status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic %%%", "Bearer x"})
  void refusesWhatIsNoCredentials(String header) {
    assertEquals(
        401,
        administrators
            .refusal(Optional.of(header), DoorFixture.CLIENT, ENGLISH)
            .orElseThrow()
            .status());
  }

  @Test
  void asksForBasicCredentials() {
    Reply reply =
        administrators.refusal(Optional.empty(), DoorFixture.CLIENT, ENGLISH).orElseThrow();
    assertTrue(reply.headers().get("WWW-Authenticate").startsWith("Basic "));
  }

  @Test
  void refusesEverybodyWhileNoPasswordIsSet() {
    Administrators closed =
        new Administrators(
            MediaFixture.settings(Map.of("plenum.media.api.username", "admin")), clock::nanoTime);
    Reply reply = closed.refusal(basic("admin:"), DoorFixture.CLIENT, ENGLISH).orElseThrow();
    assertEquals(401, reply.status());
    assertTrue(reply.body().contains("plenum.media.api.password"));
  }

  private void guess(int times) {
    guess(times, DoorFixture.CLIENT);
  }

  private void guess(int times, InetAddress from) {
    for (int i = 0; i < times; i++) {
      administrators.refusal(basic("admin:" + i), from, ENGLISH);
    }
  }

  @Test
  void makesAnAddressWaitThatGuesses() {
    guess(Brake.FAILURES);
    Reply reply =
        administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT, ENGLISH).orElseThrow();
    assertEquals(429, reply.status());
    int seconds = Integer.parseInt(reply.headers().get("Retry-After"));
    clock.pass(Duration.ofSeconds(seconds));
    assertEquals(
        Optional.empty(),
        administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT, ENGLISH));
  }

  @Test
  void letsOthersPassWhileOneHasToWait() {
    guess(Brake.FAILURES);
    assertEquals(Optional.empty(), administrators.refusal(basic("admin:sésame"), OTHER, ENGLISH));
    assertEquals(
        401, administrators.refusal(basic("admin:x"), OTHER, ENGLISH).orElseThrow().status());
  }

  @Test
  void countsTheAddressesOfOneClientTogether() {
    guess(Brake.FAILURES - 1, DoorFixture.address("2001:db8:1:2::1"));
    guess(1, DoorFixture.address("2001:db8:1:2:3:4:5:6"));

    InetAddress third = DoorFixture.address("2001:db8:1:2::3");
    InetAddress neighbour = DoorFixture.address("2001:db8:1:3::1");
    assertEquals(
        429, administrators.refusal(basic("admin:sésame"), third, ENGLISH).orElseThrow().status());
    assertEquals(
        Optional.empty(), administrators.refusal(basic("admin:sésame"), neighbour, ENGLISH));
  }

  @Test
  void countsOnlyFailuresSinceTheLastSuccess() {
    guess(Brake.FAILURES - 1);
    administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT, ENGLISH);
    guess(Brake.FAILURES - 1);
    assertEquals(
        Optional.empty(),
        administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT, ENGLISH));
  }

  @Test
  void countsNoRequestWithoutCredentials() {
    for (int i = 0; i < 2 * Brake.FAILURES; i++) {
      administrators.refusal(Optional.empty(), DoorFixture.CLIENT, ENGLISH);
    }
    assertEquals(
        Optional.empty(),
        administrators.refusal(basic("admin:sésame"), DoorFixture.CLIENT, ENGLISH));
  }
}
