package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.FreePorts;
import plenum.testing.LocalNetwork;
import plenum.testing.PerClass;
import plenum.testing.PlenumServer;
import plenum.testing.TrustedHome;

/** Colleagues on the same network, who come by https to the machine's address. */
class SecureMeetingIT {

  private static final int PORT = FreePorts.tcp();

  @RegisterExtension
  static final PerClass<PlenumServer> SERVER =
      PerClass.server(Map.of("plenum.tls.port", Integer.toString(PORT)));

  @RegisterExtension final People people = new People(SERVER);

  @TempDir Path home;
  private String address;

  @BeforeEach
  void thereIsANetwork() {
    Optional<String> found = LocalNetwork.address();
    assume(found.isPresent(), "this machine has no address but loopback");
    address = found.get();
  }

  private static void assume(boolean so, String reason) {
    if (!so) {
      System.out.println("[skipped] SecureMeetingIT: " + reason);
    }
    Assumptions.assumeTrue(so, reason);
  }

  private URI secure() {
    return URI.create("https://" + address + ":" + PORT + "/");
  }

  private URI plain() {
    return URI.create("http://" + address + ":" + SERVER.get().port() + "/");
  }

  private Person somebody(String name, Browser browser) {
    return new Newcomer(people, people.roomName(name), browser, secure()).nameless().arrive();
  }

  @Test
  void twoWhoTrustTheAuthorityMeet() {
    String authority = new plenum.testing.Browser(SERVER.get()).get("/plenum-ca.crt").body();
    Optional<Path> trusting = TrustedHome.in(home, authority);
    assume(trusting.isPresent(), "certutil (libnss3-tools) is not installed");
    Browser browser = people.browsers().at(trusting.get());
    String room = people.room(people.roomName("Secure"));
    Person ada = somebody("Ada", browser);
    Person bob = somebody("Bob", browser);

    RoomPage adasPage = entered(ada, ada.open("/room?id=" + room));
    RoomPage bobsPage = entered(bob, bob.open("/room?id=" + room));

    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    assertEquals(true, adasPage.page().evaluate("isSecureContext"));
    assertTrue(
        ada.context().cookies().stream().allMatch(cookie -> cookie.secure),
        "cookies are for https alone");
    browser.close();
  }

  /** By the device page, where the name is told. */
  private static RoomPage entered(Person person, Page door) {
    new DevicePage(door).goOnAs(person.name());
    RoomPage page = new RoomPage(door);
    page.awaitSeat();
    return page;
  }

  @Test
  void whoGoesOnPastTheWarningMeetsOneWhoIsThere() {
    Browser browser = people.browsers().at(home);
    String room = people.room(people.roomName("Warned"));
    Person ada = people.named("Ada");
    RoomPage adasPage = ada.enter(room);
    Person bob = somebody("Bob", browser);

    assertThrows(PlaywrightException.class, () -> bob.open("/room?id=" + room));
    Page warning = bob.pages().get(0);
    assertThat(warning.locator("body")).containsText("ERR_CERT_AUTHORITY_INVALID");
    warning.locator("#details-button").click();
    warning.locator("#proceed-link").click();
    RoomPage bobsPage = entered(bob, warning);

    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    browser.close();
  }

  @Test
  void looksRightAndCanBeReadByEverybody() {
    Page explained = people.newcomer("Ada").nameless().at(plain()).arrive().open("/rooms");
    assertThat(explained.locator("#secure")).isVisible();
    AccessibilityIT.check(explained);
    ScreenshotsIT.picture("plain-http", explained);

    explained.locator("#trust").click();
    explained.waitForURL("**/ca");
    AccessibilityIT.check(explained);
    ScreenshotsIT.picture("ca", explained);
    explained
        .locator("details")
        .all()
        .forEach(system -> system.evaluate("system => (system.open = true)"));
    AccessibilityIT.check(explained);
    ScreenshotsIT.picture("ca-steps", explained);
  }
}
