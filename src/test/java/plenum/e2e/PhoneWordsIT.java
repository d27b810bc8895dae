package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Browser;
import plenum.testing.SignalClient;

/** Words beside the voice where there is little room. */
class PhoneWordsIT {

  @RegisterExtension final People people = new People();

  private final List<SignalClient> others = new ArrayList<>();

  @AfterEach
  void goAway() {
    others.forEach(SignalClient::close);
  }

  /** Somebody without a page. */
  private SignalClient another(String room) {
    SignalClient other =
        SignalClient.connect(people.server(), Browser.named(people.server(), "Other"));
    others.add(other);
    other.send("{\"type\":\"join-room\",\"room\":\"" + room + "\"}");
    other.await("room");
    return other;
  }

  private static void types(SignalClient client, String text) {
    var message = Json.createObjectBuilder().add("type", "type-text").add("request", 5);
    client.send(message.add("stream", "s").add("number", 1).add("text", text).build().toString());
    client.await("done");
  }

  private RoomPage onAPhone(String room) {
    RoomPage page = people.newcomer("Ada").withoutDevices().arrive().enter(room);
    page.page().setViewportSize(390, 844);
    return page;
  }

  /** Nothing of the page lies over it. */
  private static void assertFree(Locator part) {
    assertThat(part).isInViewport();
    String own =
        """
        part => {
          const { left, top, right, bottom } = part.getBoundingClientRect();
          const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return part.contains(at);
        }
        """;
    assertEquals(true, part.evaluate(own), () -> part + " is covered");
  }

  @Test
  void fieldAndNewestStayInSightWithFiveTilesWhileFourTypeAboveAKeyboard() {
    String room = people.room(people.roomName("Phone"));
    RoomPage adas = onAPhone(room);
    Page page = adas.page();
    ChatPanel chat = ChatPanel.on(page).open();
    for (int i = 0; i < 4; i++) {
      types(another(room), "A line that is long enough to need two of them on a phone " + i);
    }
    chat.write("The newest");
    assertThat(page.getByTestId("live-line")).hasCount(4);
    assertThat(adas.tiles()).hasCount(5);

    for (int height : new int[] {844, 640, 480}) {
      page.setViewportSize(390, height);
      assertFree(chat.field());
      assertFree(page.locator("#chat-send"));
      assertFree(page.locator("#leave"));
      assertFree(page.locator("#text-switch"));
      assertThat(page.getByTestId("live-line").last()).isInViewport();
      assertThat(chat.message("The newest")).isInViewport();
      assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
      Path picture = People.folder("screenshots").resolve("words-phone-" + height + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }
  }

  @Test
  void whoComesInACrowdIsCountedInOneToast() {
    String room = people.room(people.roomName("Crowd"));
    RoomPage adas = onAPhone(room);
    for (int i = 0; i < 4; i++) {
      another(room);
    }
    assertThat(adas.toast("4 people joined")).isVisible();
    assertThat(adas.page().locator(".toast")).hasCount(1);
  }

  @Test
  void keysOpenTheFieldAgainThatWasClosed() {
    RoomPage adas = onAPhone(people.room(people.roomName("Keys")));
    Page page = adas.page();
    page.keyboard().press("t");
    page.keyboard().type("half a line");
    page.keyboard().press("Escape");
    assertThat(page.locator("#chat")).isHidden();
    page.keyboard().press("t");
    assertThat(page.locator("#chat-text")).isFocused();
    assertThat(page.locator("#chat-text")).hasValue("half a line");
    assertTrue(page.locator("#text-switch").isChecked());
  }
}
