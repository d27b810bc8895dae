package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.FreePorts;
import plenum.testing.Front;
import plenum.testing.FrontFiles;
import plenum.testing.NeedsFront;
import plenum.testing.PlenumServer;
import plenum.testing.SelfSigned;

/** Administration's pages through nginx, below a path of a host that others share. */
@NeedsFront("nginx")
class AdministrationPathIT {

  private static final String PATH = "/plenum";

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.of(
                "plenum.http.context-path", PATH,
                "plenum.identity.mode", "local",
                "plenum.media.trusted-proxies", "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private Page administrator(URI site) {
    Person grace = people.newcomer("Grace").nameless().withoutDevices().at(site).arrive();
    grace.context().onRequest(request -> asked.add(request.url()));
    grace.context().onPage(page -> page.onWebSocket(socket -> asked.add(socket.url())));
    Page page = AdministratorSteps.arrive(grace, server);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            violations.add(message.text());
          }
        });
    return page;
  }

  @Test
  void workBelowAPathThroughNginx(@TempDir Path folder) {
    try (Front nginx =
        FrontFiles.nginxWithPath(SelfSigned.in(folder), FreePorts.tcp(), server.port())) {
      URI site = nginx.url().resolve(PATH);
      Page page = administrator(site);
      for (String path : AdministrationIT.PAGES) {
        page.navigate(site + "/admin" + path);
        assertThat(page.locator("#connection")).hasAttribute("data-state", "open");
        assertThat(page.locator("h1")).isVisible();
      }
      filters(page, site);
      outlivesItsView(page);
      checks(page, site);
      new HelpDeskSteps(page, site.toString()).resetsAPassword();
      assertEquals(List.of(), violations);
      assertEquals(List.of(), asked.stream().filter(AdministrationPathIT::isElsewhere).toList());
    }
  }

  private static boolean isElsewhere(String address) {
    return !Pattern.matches("(blob|data):.*", address)
        && !URI.create(address).getRawPath().startsWith(PATH + "/");
  }

  private static Locator filter(Page page) {
    return page.locator("th")
        .filter(new Locator.FilterOptions().setHasText("Act"))
        .locator("input");
  }

  private void filters(Page page, URI site) {
    page.navigate(site + "/admin/audit");
    assertThat(AdministrationIT.row(page, "become administrator")).hasCount(1);
    filter(page).fill("login");
    assertThat(AdministrationIT.row(page, "become administrator")).hasCount(0);
    assertThat(AdministrationIT.row(page, "log in")).hasCount(1);
  }

  /** The session of the pages is over, as after a night: the page is there again, and works. */
  private void outlivesItsView(Page page) {
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    filter(page).fill("log");
    assertThat(filter(page)).hasValue("");
    assertThat(AdministrationIT.row(page, "become administrator")).hasCount(1);
    filter(page).fill("login");
    assertThat(AdministrationIT.row(page, "become administrator")).hasCount(0);
    AdministrationIT.row(page, "log in").locator("a").first().click();
    assertThat(page.locator("h1")).hasText("Grace Hopper");
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    page.waitForResponse("**/admin/person?id=*", () -> page.locator("#form\\:regroup").click());
    assertThat(page.locator("h1")).hasText("Grace Hopper");
    assertThat(page.locator("#form\\:regroup")).isEnabled();
  }

  private void checks(Page page, URI site) {
    page.navigate(site + "/admin/check");
    Locator checks = page.locator("#browser-checks");
    assertThat(checks)
        .hasAttribute(
            "aria-busy", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(90_000));
    for (String fine : List.of("secure", "socket", "udp", "clock", "page")) {
      assertThat(checks.locator("[data-check=" + fine + "]")).hasAttribute("data-state", "good");
    }
  }
}
