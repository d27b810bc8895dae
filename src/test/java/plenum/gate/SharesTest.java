package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.identity.PersonId;
import plenum.settings.Network;
import plenum.testing.ManualTimers;

class SharesTest {

  private static final PersonId ADA = PersonId.fresh();
  private static final PersonId BOB = PersonId.fresh();
  private static final Network OFFICE = Network.ofClient(InetAddress.getLoopbackAddress());

  private final ManualTimers clock = new ManualTimers();
  private final Turns<Network> turns = new Turns<>(Integer.MAX_VALUE, Duration.ZERO);
  private final Shares shares = new Shares(32, clock::nanoTime, turns);
  private final List<Runnable> taken = new ArrayList<>();

  /** How many more there are. */
  private int takeAll(Supplier<Optional<Runnable>> one) {
    int count = 0;
    for (var share = one.get(); share.isPresent(); share = one.get()) {
      count++;
      taken.add(share.get());
    }
    return count;
  }

  private void giveAllBack() {
    taken.forEach(Runnable::run);
    taken.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "/rooms, true",
    "/api/me, true",
    "/admin/people.xhtml, true",
    "/, true",
    "/resources/js/pages/room.js, false",
    "/plenum/resources/js/pages/room.js, false",
    "/jakarta.faces.resource/components.js.xhtml, false",
    "/rtc/v1/whep/, false",
    "/api/attachments/k3J9x2Qa/7, false",
    "/plenum/api/files/7, false",
    "/a/b/resources/c, true",
    "/resources/css/site.css;jsessionid=1, false",
    "/resources/a%20b.png, false",
    "/resources/../rooms, true",
    "/resources/%2E%2e/rooms, true",
    "/plenum/api/files/..%2frooms, true",
    "/rtc/.%2e/rooms, true"
  })
  void filesAndMediaAreNotCounted(String path, boolean counts) {
    assertEquals(counts, Shares.counts(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/health, true",
    "/health/ready, true",
    "/health/started, true",
    "/plenum/health/live, true",
    "/plenum/health/, true",
    "/healthy, false",
    "/health/../rooms, false",
    "/health/ready/../../rooms, false",
    "/health/%2e%2e/rooms, false",
    "/health;a/../rooms, false",
    "/../health, false",
    "/health/rooms, false",
    "/a/b/health/ready, false",
    "/room, false"
  })
  void whetherTheServerIsWellIsAskedThere(String path, boolean health) {
    assertEquals(health, Shares.isHealth(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/login, true",
    "/api/login/, true",
    "/api/welcome, true",
    "/api/password, true",
    "/api/oidc/login, true",
    "/api/oidc/callback, true",
    "/api/oidc/back-channel, true",
    "/plenum/api/login, true",
    "/login, false",
    "/api/logins, false",
    "/api/login/../rooms, false",
    "/api/login;a/../rooms, false",
    "/api/oidc/../rooms, false",
    "/api/oidc/%2e%2e/rooms, false",
    "/api/../api/login, false",
    "/a/b/api/login, false"
  })
  void whatWaitsForPasswordsAndProvidersIsToldFromTheRest(String path, boolean waits) {
    assertEquals(waits, Shares.waits(path));
  }

  @Test
  void whatElseAnAddressAsksForLeavesRoomForQuestionsOfHealth() {
    assertEquals(128, takeAll(() -> shares.take("/rooms", OFFICE, 1)));
    assertEquals(8, takeAll(() -> shares.takeHealth(OFFICE)));
    giveAllBack();

    assertEquals(8, takeAll(() -> shares.takeHealth(OFFICE)));
    assertEquals(128, takeAll(() -> shares.take("/rooms", OFFICE, 1)));
  }

  @Test
  void eachPersonHasItsOwn() {
    assertEquals(32, takeAll(() -> shares.take(ADA)));
    assertEquals(32, takeAll(() -> shares.take(BOB)));

    taken.get(0).run();
    assertEquals(1, takeAll(() -> shares.take(ADA)));
  }

  @Test
  void whoAsksAllTheTimeHasLessUntilThatEnds() {
    for (int i = 0; i < 240; i++) {
      shares.take(ADA).orElseThrow().run();
    }
    assertEquals(4, takeAll(() -> shares.take(ADA)));
    giveAllBack();

    clock.pass(Duration.ofSeconds(20));
    assertEquals(32, takeAll(() -> shares.take(ADA)));
  }

  @Test
  void strangersWhoseConnectionsAskAllTheTimeLeaveRoomForThoseWhoJustCame() {
    assertEquals(16, takeAll(() -> shares.take("/rooms", OFFICE, 11)));
    assertEquals(128, takeAll(() -> shares.take("/rooms", OFFICE, 10)));
    giveAllBack();

    assertEquals(16, takeAll(() -> shares.take("/rooms", OFFICE, 11)));
  }

  @Test
  void anAddressWhoseStrangersAskAllTheTimeHasLessThatOthersOfItMayBegin() {
    for (int i = 0; i < 400; i++) {
      shares.take("/rooms", OFFICE, 1).orElseThrow().run();
    }
    assertEquals(
        4, takeAll(() -> shares.take("/rooms", OFFICE, 3)), "who goes on over its connection");
    assertEquals(128, takeAll(() -> shares.take("/rooms", OFFICE, 2)), "who just came");
    assertEquals(1, turns.size(), "they work in turn");
    giveAllBack();
    assertEquals(0, turns.size(), "nobody is left");

    clock.pass(Duration.ofSeconds(20));
    assertEquals(16, takeAll(() -> shares.take("/rooms", OFFICE, 11)));
  }

  @Test
  void whoeverLogsInTakesNobodysTurn() {
    for (int i = 0; i < 400; i++) {
      shares.take("/rooms", OFFICE, 1).orElseThrow().run();
    }

    assertEquals(128, takeAll(() -> shares.take("/api/login", OFFICE, 1)), "as many as others");
    assertEquals(0, turns.size(), "none works in turn");
    giveAllBack();
    assertEquals(128, takeAll(() -> shares.take("/rooms", OFFICE, 1)), "all were given back");
  }
}
