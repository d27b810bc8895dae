package plenum.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plenum.testing.Chromium;
import plenum.testing.Chromium.Trait;
import plenum.testing.FirewalledNetwork;
import plenum.testing.PlenumServer;

/** A Chromium with a fake camera and microphone, and people in it. */
final class BenchBrowser implements AutoCloseable {

  private static final String CREATE_ROOM =
      """
      ({ kind, name }) => new Promise((resolve, reject) => {
        const socket = new WebSocket(`ws://${location.host}/signal`);
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.type === "welcome") {
            socket.send(JSON.stringify({ type: "create-room", request: 1, name, kind }));
          } else if (message.type === "room-created") {
            resolve(message.room.id);
          } else if (message.type === "error") {
            reject(new Error(message.message));
          }
        };
      })
      """;

  private final Playwright playwright;
  private final Browser browser;

  /** The browser that people have. */
  BenchBrowser(Trait... traits) {
    this(Chromium.playwright(), EnumSet.of(Trait.WHOLE, traits));
  }

  private BenchBrowser(Playwright playwright, Set<Trait> traits) {
    this(playwright, Chromium.launch(playwright, traits));
  }

  /** One that was started otherwise; both are closed with this. */
  BenchBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** The browser of people in another network. */
  BenchBrowser(FirewalledNetwork network, PlenumServer server) {
    this(Chromium.playwright(), network, server);
  }

  private BenchBrowser(Playwright playwright, FirewalledNetwork network, PlenumServer server) {
    this(playwright, network.launch(playwright, server));
  }

  String version() {
    return browser.version();
  }

  /** Somebody with a name and a browser profile of their own. */
  BrowserContext person(URI site, String name) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
    context.grantPermissions(List.of("camera", "microphone"));
    var request = RequestOptions.create().setData(Map.of("name", name));
    var response = context.request().put(site.resolve("/api/me").toString(), request);
    if (response.status() != 200) {
      throw new IllegalStateException(response.text());
    }
    return context;
  }

  /** A page in the room, which sends this many lines of video and is on air. */
  Page enter(BrowserContext person, URI room, int lines) {
    person.addInitScript(
        "localStorage.setItem('plenum.devices', JSON.stringify({ resolution: " + lines + " }))");
    return enter(person, room);
  }

  /** A page in the room, which sends what was chosen before and is on air. */
  Page enter(BrowserContext person, URI room) {
    Page page = person.newPage();
    page.navigate(room.toString());
    page.waitForFunction(
        "async () => window.plenumStats && (await window.plenumStats()).sent.framesSent > 0");
    return page;
  }

  /** The address of a new room of that site. */
  URI newRoom(URI site, String name) {
    return site.resolve("/room?id=" + create(site, "group", name));
  }

  /** The address of a new desktop room of that site. */
  URI newDesktop(URI site, String name) {
    return site.resolve("/desktop?id=" + create(site, "desktop", name));
  }

  private String create(URI site, String kind, String name) {
    try (BrowserContext creator = person(site, "Creator of " + name)) {
      Page page = creator.newPage();
      page.navigate(site.resolve("/rooms").toString());
      return (String) page.evaluate(CREATE_ROOM, Map.of("kind", kind, "name", name));
    }
  }

  /** The tab with this mark-up that whoever shares shows. */
  Page tab(String markup) {
    return Chromium.openShared(browser, markup);
  }

  /** What all processes of this browser have used so far. */
  Cpu cpu() {
    double all = 0;
    double renderers = 0;
    for (JsonObject process : Chromium.processes(browser)) {
      double seconds = process.get("cpuTime").getAsDouble();
      all += seconds;
      if (process.get("type").getAsString().equals("renderer")) {
        renderers += seconds;
      }
    }
    return new Cpu(all, renderers);
  }

  /** CPU seconds of a browser's processes, and of those that run pages. */
  record Cpu(double all, double renderers) {

    Cpu since(Cpu before) {
      return new Cpu(all - before.all, renderers - before.renderers);
    }
  }

  /** A script of this folder, to begin pages with. */
  static String script(String name) {
    try (InputStream script = BenchBrowser.class.getResourceAsStream(name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
