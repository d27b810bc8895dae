package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.account.Logins.Begun;
import plenum.testing.Actors;

class LoginsTest {

  private static final InetAddress HERE = Actors.HERE;

  private final AccountScene scene = new AccountScene();
  private final Account ada = scene.account("ada", "Ada");
  private final Account bob = scene.account("bob", "Bob");

  private Begun begin(Account account) {
    return scene.logins.begin(account, HERE, "Firefox");
  }

  private boolean isIn(Begun begun) {
    return scene.logins.by(begun.token(), HERE).isPresent();
  }

  @Test
  void endWhenNotUsedForTooLong() {
    Begun login = begin(ada);
    scene.clock.pass(Duration.ofMinutes(119));
    assertTrue(isIn(login));
    scene.clock.pass(Duration.ofMinutes(119));
    assertTrue(isIn(login), "it was used meanwhile");
    scene.clock.pass(Duration.ofMinutes(121));
    assertFalse(isIn(login));
  }

  @Test
  void endAtLast() {
    Begun login = begin(ada);
    for (int hour = 0; hour < 9; hour++) {
      scene.clock.pass(Duration.ofHours(1));
      assertTrue(isIn(login));
    }
    scene.clock.pass(Duration.ofHours(1));
    assertFalse(isIn(login), "however often it is used");
    scene.logins.forgetOld();
    assertEquals(List.of(), scene.loginStore.all());
  }

  @Test
  void areFoundByTheirAddress() {
    Begun login = begin(ada);
    begin(bob);
    String here = login.login().address();
    assertEquals(2, scene.logins.from(here::equals, 5).size());
    assertEquals(1, scene.logins.from(here::equals, 1).size());
    assertEquals(List.of(), scene.logins.from("10.0.0.1"::equals, 5));
  }

  @Test
  void areOnesOwnToEnd() {
    Begun login = begin(ada);
    Begun other = begin(ada);
    assertThrows(AccountRefused.class, () -> scene.logins.end(bob.person(), login.login().id()));
    scene.logins.end(ada.person(), login.login().id());

    assertFalse(isIn(login));
    assertTrue(isIn(other));
    assertEquals(List.of(new LoginEnded(ada.person(), login.login().id())), scene.ended);
  }

  @Test
  void makeRoomForMore() {
    Begun oldest = begin(ada);
    scene.clock.pass(Duration.ofSeconds(1));
    begin(ada);
    begin(ada);
    begin(ada);

    assertEquals(3, scene.logins.of(ada.person()).size());
    assertFalse(isIn(oldest));
  }

  @Test
  void lastUntilSomebodyEndsThem() {
    Begun login = begin(ada);
    Begun used = begin(ada);
    scene.clock.pass(Duration.ofHours(1));
    assertTrue(isIn(used));
    assertTrue(scene.logins.lasts(used.login()), "it was used meanwhile");
    scene.clock.pass(Duration.ofHours(2));
    assertTrue(scene.logins.lasts(login.login()), "a meeting goes on");
    scene.logins.endAll(ada.person());
    assertFalse(scene.logins.lasts(login.login()));
  }

  @Test
  void outliveARestartAndKeepNoToken() {
    Begun login = begin(ada);
    Logins next = scene.logins();

    assertTrue(next.by(login.token(), HERE).isPresent());
    assertFalse(scene.loginStore.all().toString().contains(login.token()));
  }

  @Test
  void areGoodForNobodyWhoIsBlocked() {
    Begun login = begin(ada);
    scene.accounts.change(ada.person(), one -> one.blocked(true));
    assertFalse(isIn(login));
  }

  @Test
  void tellAddressesAsPeopleKnowThem() throws Exception {
    for (String address : List.of("::1", "2001:db8::5", "192.0.2.1", "2001:db8:1:2:3:4:5:6")) {
      scene.logins.begin(bob, InetAddress.getByName(address), "");
      assertEquals(address, scene.logins.of(bob.person()).get(0).address());
      scene.clock.pass(Duration.ofSeconds(1));
    }
  }
}
