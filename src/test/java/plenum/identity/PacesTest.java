package plenum.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import plenum.settings.PaceSettings;
import plenum.settings.PaceSettings.Limit;

class PacesTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Limit LIMIT = new Limit(2, 3);

  private long now;
  private final Paces paces =
      new Paces(() -> new PaceSettings(LIMIT, LIMIT, LIMIT, LIMIT), () -> now);

  private static Actor somebodyAt(String address) {
    try {
      return Actor.ofRequest(
          PersonId.fresh(), DisplayName.of("Ada"), InetAddress.getByName(address));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void refusesAPersonWhoChoosesNamesTooOften() {
    Actor ada = somebodyAt("192.0.2.1");
    paces.chooseName(ada);
    paces.chooseName(ada);
    TooOften refused = assertThrows(TooOften.class, () -> paces.chooseName(ada));
    assertEquals("too-often", refused.code());
    assertEquals(429, refused.status());
    paces.chooseName(somebodyAt("192.0.2.2"));
    now += 30 * SECOND;
    paces.chooseName(ada);
  }

  @Test
  void refusesWhoIsANewPersonEachTimeByTheAddress() {
    for (int person = 0; person < 3; person++) {
      paces.makeRoom(somebodyAt("192.0.2.1"));
    }
    assertThrows(TooOften.class, () -> paces.makeRoom(somebodyAt("192.0.2.1")));
    paces.makeRoom(somebodyAt("192.0.2.2"));
  }

  @Test
  void takesMessagesOfAllPagesOfAPersonTogetherAgainASecondLater() {
    Actor ada = somebodyAt("192.0.2.1");
    assertTrue(paces.sendMessage(ada.person(), ada.network()));
    assertTrue(paces.sendMessage(ada.person(), ada.network()));
    assertFalse(paces.sendMessage(ada.person(), ada.network()));
    now += SECOND;
    assertTrue(paces.sendMessage(ada.person(), ada.network()));
  }

  @Test
  void whatOneDoesTooOftenIsNotTakenFromTheOthersOfTheAddress() {
    Actor ada = somebodyAt("192.0.2.1");
    for (int time = 0; time < 9; time++) {
      paces.sendMessage(ada.person(), ada.network());
    }
    Actor bob = somebodyAt("192.0.2.1");
    assertTrue(paces.sendMessage(bob.person(), bob.network()));
  }

  @Test
  void refusesAPersonWhoReactsTooOftenAndNobodyElse() {
    Actor ada = somebodyAt("192.0.2.1");
    paces.react(ada);
    paces.react(ada);
    assertEquals("too-often", assertThrows(TooOften.class, () -> paces.react(ada)).code());
    paces.react(somebodyAt("192.0.2.1"));
    now += 5 * SECOND;
    paces.react(ada);
  }
}
