package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plenum.testing.Chromium;

/** Somebody with a browser profile, and what their pages reported. */
final class Person {

  private final String name;
  private final Profile profile;
  private final BrowserContext context;
  private boolean changed;
  private final List<BrowserContext> windows = new ArrayList<>();
  private final List<String> console = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  Person(String name, Profile profile, boolean named) {
    this.name = name;
    this.profile = profile;
    this.context = profile.open();
    if (named) {
      rename(name);
    }
  }

  private void rename(String wanted) {
    var options = RequestOptions.create().setData(Map.of("name", wanted));
    var response = context.request().put(address("/api/me"), options);
    assertEquals(200, response.status(), response.text());
  }

  String name() {
    return name;
  }

  /** The absolute address of a path, as this person reaches the site; or that address itself. */
  String address(String path) {
    return path.contains("://") ? path : profile.site().toString().replaceFirst("/$", "") + path;
  }

  /** Whoever asks for it may change it for good. */
  BrowserContext context() {
    changed = true;
    return context;
  }

  /** The tabs that are open. */
  List<Page> pages() {
    return context.pages();
  }

  /** A new tab at this path. */
  Page open(String path) {
    Page page = context.newPage();
    page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
    page.onPageError(error -> errors.add(page.url() + ": " + error));
    page.navigate(address(path));
    return page;
  }

  DevicePage onDevicePage() {
    return new DevicePage(open("/"));
  }

  RoomsPage onRoomsPage() {
    return new RoomsPage(open("/rooms"));
  }

  RoomsPage onDesktopsPage() {
    return new RoomsPage(open("/desktops"));
  }

  /** Goes into the desktop room and waits for the seat. */
  DesktopPage enterDesktop(String room) {
    DesktopPage page = new DesktopPage(open("/desktop?id=" + room));
    page.awaitSeat(this);
    return page;
  }

  PeoplePage onPeoplePage() {
    return new PeoplePage(open("/people"));
  }

  /** Goes into the room and waits for the own tile. */
  RoomPage enter(String room) {
    RoomPage page = new RoomPage(open("/room?id=" + room));
    page.awaitSeat();
    return page;
  }

  /** Exceptions that no page caught. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** What the consoles said, for somebody who looks for the cause of a failure. */
  String console() {
    return String.join("\n", console) + "\n" + String.join("\n", errors) + "\n";
  }

  /** Writes a picture of every open tab. */
  void picture(Path folder, String prefix) {
    int tab = 0;
    for (Page page : context.pages()) {
      tab += 1;
      Path file = folder.resolve("%s-%s-%d.png".formatted(prefix, People.fileName(name), tab));
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setTimeout(10_000));
    }
  }

  /**
   * Opens the tab that this person shares, 1920 by 1080 points large, with this mark-up; the
   * browser must be one of {@link Chromium.Trait#TABS}.
   */
  Page showTab(String markup) {
    Page page = Chromium.openShared(profile.browser(), markup);
    windows.add(page.context());
    return page;
  }

  /** Closes all tabs. */
  void leave() {
    windows.forEach(BrowserContext::close);
    context.close();
  }

  /** The same, and leaves the profile to others if it is as it was. */
  void leaveProfile() {
    if (changed) {
      leave();
    } else {
      windows.forEach(BrowserContext::close);
      profile.giveBack(context);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
