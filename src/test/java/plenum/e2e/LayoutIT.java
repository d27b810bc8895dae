package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Browser;
import plenum.testing.SignalClient;

/** More people than fit on a page of tiles, and how somebody wants to see them. */
class LayoutIT {

  private static final int OTHERS = 12;

  @RegisterExtension final People people = new People();

  /** A name is kept for who had it. */
  private static final AtomicInteger ROUNDS = new AtomicInteger();

  private final int round = ROUNDS.incrementAndGet();
  private final List<SignalClient> others = new ArrayList<>();
  private Page page;
  private RoomPage room;

  @AfterEach
  void leave() {
    others.forEach(SignalClient::close);
  }

  private String called(int number) {
    return "Onlooker %d-%02d".formatted(round, number);
  }

  /** One person with a browser, and others who have open microphones and no camera. */
  private void meet() {
    String id = people.room(people.roomName("Many"));
    for (int number = 1; number <= OTHERS; number++) {
      Browser browser = new Browser(people.server());
      assertEquals(200, browser.rename(called(number)).statusCode());
      SignalClient other = SignalClient.connect(people.server(), browser);
      others.add(other);
      other.await("welcome");
      other.send(
          """
          {"type":"join-room","request":1,"room":"%s","devices":
          {"camera":false,"microphone":true,"cameraOff":false,"muted":false}}
          """
              .formatted(id));
      other.await("room");
    }
    room = people.newcomer("Ada").withoutDevices().arrive().enter(id);
    page = room.page();
    assertThat(room.tiles()).hasCount(OTHERS + 1);
  }

  private Locator shown() {
    return page.locator("[data-testid=tile]:visible");
  }

  private void layout(Runnable choice) {
    MoreControls.press(page, "open-layout");
    choice.run();
    page.locator("#layout-dialog .button--primary").click();
  }

  private void picture(String name) {
    Path folder = People.folder("screenshots");
    for (int width : new int[] {1280, 390}) {
      page.setViewportSize(width, width == 390 ? 844 : 800);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(folder.resolve("layout-%s-%d.png".formatted(name, width))));
    }
    page.setViewportSize(1280, 800);
  }

  private void awaitLarge(Locator tile) {
    assertThat(tile).hasAttribute("data-large", "true");
    double smallest = shown().all().stream().mapToDouble(LayoutIT::area).min().orElseThrow();
    assertTrue(area(tile) > 4 * smallest, area(tile) + " beside " + smallest);
  }

  private static double area(Locator tile) {
    BoundingBox box = tile.boundingBox();
    return box.width * box.height;
  }

  @Test
  void tilesHavePagesThatAreTurnedByButtonsAndKeys() {
    meet();
    layout(() -> page.locator("#layout-most").selectOption("9"));
    assertThat(shown()).hasCount(9);
    assertThat(page.locator("#tile-pages-number")).hasText("1 of 2");
    picture("pages");

    page.locator("#tile-pages-next").click();
    assertThat(shown()).hasCount(OTHERS + 1 - 9);
    assertThat(page.locator("#tile-pages-status")).containsText("2");
    String away =
        shown()
            .filter(new Locator.FilterOptions().setHasText("Onlooker"))
            .first()
            .locator(".tile__name")
            .innerText();
    page.keyboard().press("PageUp");
    assertThat(shown()).hasCount(9);
    assertThat(room.tileOf(away)).isHidden();
  }

  @Test
  void whoIsPinnedIsLargeAndOneselfMayBeOutOfSight() {
    meet();
    Locator three = room.tileOf(called(3));
    three.locator(".tile__pin").click();
    awaitLarge(three);
    picture("pinned");

    assertThat(room.ownTile()).isVisible();
    layout(() -> page.locator("#layout-self").uncheck());
    assertThat(room.ownTile()).isHidden();
    assertThat(three).isVisible();
    layout(() -> page.locator("#layout-self").check());
    assertThat(room.ownTile()).isVisible();
  }
}
