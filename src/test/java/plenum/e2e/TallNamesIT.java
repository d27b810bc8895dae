package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A name with a tower of accents on a letter is drawn over nobody's beside it, wherever it is
 * shown.
 */
class TallNamesIT {

  private static final String MARK = "dam Tall";

  /**
   * What shows the name, is seen, and lets it be drawn outside of the lines of text that it has.
   */
  private static final String NOT_CLIPPED =
      """
      (mark) => {
        const clips = (element) => getComputedStyle(element).overflowY !== "visible";
        const inline = (element) => getComputedStyle(element).display === "inline";
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          let element = node.parentElement;
          if (!node.data.includes(mark) || !element.checkVisibility() || /script|option/i.test(element.tagName)) {
            continue;
          }
          while (inline(element)) {
            element = element.parentElement;
          }
          if (!clips(element)) {
            found.push(`${element.tagName}.${element.className}`);
          }
        }
        return found;
      }
      """;

  @RegisterExtension final People people = new People();

  private static String tall() {
    String accents =
        IntStream.range(0x300, 0x300 + 17)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return Normalizer.normalize("A" + accents + MARK, Normalizer.Form.NFC);
  }

  private static void assertClipped(String where, Page page) {
    for (int[] size : new int[][] {{1280, 800}, {390, 844}}) {
      page.setViewportSize(size[0], size[1]);
      assertEquals(List.of(), page.evaluate(NOT_CLIPPED, MARK), where);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(
                  People.folder("screenshots")
                      .resolve("tall-%s-%d.png".formatted(where, size[0]))));
    }
    page.setViewportSize(1280, 800);
  }

  @Test
  void areClipped() {
    Person adam = people.newcomer(tall()).arrive();
    Person bob = people.newcomer("Bob").arrive();
    String room = people.room(people.roomName("Tall"));
    RoomPage adams = adam.enter(room);
    RoomPage bobs = bob.enter(room);
    assertThat(bobs.tiles()).hasCount(2);
    bobs.openPeople();
    assertClipped("room", bobs.page());
    assertClipped("own", adams.page());
    RoomsPage rooms = bob.onRoomsPage();
    assertThat(rooms.page().getByText(MARK).first()).isVisible();
    assertClipped("rooms", rooms.page());
    adam.leave();

    Person dora = people.newcomer(tall()).arrive();
    PeoplePage doras = dora.onPeoplePage();
    PeoplePage bobsPeople = bob.onPeoplePage();
    assertThat(bobsPeople.page().getByText(MARK).first()).isVisible();
    assertClipped("people", bobsPeople.page());
    CallPage call = doras.call(bob).awaitRinging(bob);
    assertThat(bobsPeople.page().getByTestId("ring").getByText(MARK)).isVisible();
    assertClipped("ring", bobsPeople.page());
    call.cancel();
    assertThat(bobsPeople.recentCalls()).hasCount(1);
    assertClipped("recent", bobsPeople.page());
    bobsPeople.call(dora).awaitRinging(dora);
    assertClipped("ringing", bobsPeople.page());
  }
}
