package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Browser;
import plenum.testing.Cable;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** What is typed letter by letter, as those who type and those who read have it. */
class RealTimeTextIT {

  /** A line of every script and direction, and what is none: mark-up, and marks of direction. */
  private static final List<String> SCRIPTS =
      List.of(
          "Grüße, ça va? Ελληνικά, Кириллица",
          "שלום, مرحبا بالعالم 123",
          "नमस्ते ไทย தமிழ் မြန်မာ",
          "漢字かな 한글 안녕",
          "👩‍👩‍👧‍👦🇩🇪👍🏽 e\u0301",
          "<img src=x onerror=alert(1)><b>bold</b> &amp; ${7*7} {{7*7}}",
          "a\u202Etxet\u202C b");

  @RegisterExtension final People people = new People();

  private Person somebody(String name) {
    return people.newcomer(name).withoutDevices().arrive();
  }

  private static Locator field(RoomPage page) {
    return page.page().locator("#chat-text");
  }

  private static Locator chat(RoomPage page) {
    return page.page().locator("#chat");
  }

  private static Locator line(RoomPage page, Person of) {
    return page.page()
        .getByTestId("live-line")
        .filter(new Locator.FilterOptions().setHasText(of.name()))
        .locator(".live__text");
  }

  private static Locator lastMessage(RoomPage page) {
    return page.page().getByTestId("message").last();
  }

  private static Locator aloud(RoomPage page) {
    return page.page().locator("#chat-log");
  }

  private static void look(String name, Page page) {
    AccessibilityIT.check(page);
    ScreenshotsIT.picture(name, page);
    page.setViewportSize(1280, 800);
  }

  private static void type(Page page, String text) {
    page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(100));
  }

  @Test
  void everyLetterAndCorrectionIsSeenByTheKeyboardAlone() {
    String room = people.room(people.roomName("Text"));
    Person ada = somebody("Ada");
    Person bob = somebody("Bob");
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);
    assertThat(chat(bobs)).isHidden();

    adas.page().keyboard().press("t");
    assertThat(field(adas)).isFocused();
    assertThat(adas.page().locator("#toggle-text")).hasAttribute("aria-pressed", "true");
    type(adas.page(), "Helo");
    assertThat(line(bobs, ada)).hasText("Helo");
    assertThat(chat(bobs)).isVisible();
    adas.page().keyboard().press("Backspace");
    assertThat(line(bobs, ada)).hasText("Hel");
    type(adas.page(), "lo there.");
    assertThat(line(bobs, ada)).hasText("Hello there.");
    assertThat(aloud(bobs)).containsText(ada.name() + ": Hello there.");
    assertEquals(
        1,
        aloud(bobs).locator("p").count(),
        "phrases are read aloud, not letters: " + aloud(bobs).innerText());
    type(adas.page(), " More");
    adas.page().keyboard().press("Enter");

    assertThat(lastMessage(bobs)).containsText("Hello there. More");
    assertThat(lastMessage(bobs)).containsText(ada.name());
    assertThat(lastMessage(bobs)).hasAttribute("data-kind", "real-time");
    assertThat(lastMessage(bobs)).hasAttribute("data-own", "false");
    assertThat(lastMessage(adas)).hasAttribute("data-own", "true");
    assertThat(lastMessage(adas)).containsText("You");
    assertThat(line(bobs, ada)).hasCount(0);
    assertThat(field(adas)).hasValue("");
    assertThat(aloud(bobs).locator("p").last()).hasText(ada.name() + ": More");
    assertThat(aloud(adas)).hasText("");

    // Both type at once; what one typed alone is not lost when the switch is turned.
    type(adas.page(), "from Ada");
    bobs.page().locator("#text-switch").focus();
    bobs.page().keyboard().press("Space");
    field(bobs).focus();
    type(bobs.page(), "from Bob");
    assertThat(line(bobs, ada)).hasText("from Ada");
    assertThat(line(adas, bob)).hasText("from Bob");
    look("live-text", bobs.page());
    bobs.page().locator("#text-switch").uncheck();
    assertThat(line(adas, bob)).hasCount(0);
    assertThat(field(bobs)).hasValue("from Bob");
  }

  @Test
  void nothingIsLostOrDoubledWhileTheNetworkIsCutForFiveSeconds() {
    String room = people.room(people.roomName("Cut"));
    Person bob = somebody("Bob");
    RoomPage bobs = bob.enter(room);
    try (Cable cable = new Cable(people.server())) {
      Person ada = people.newcomer("Ada").withoutDevices().at(cable.address()).arrive();
      RoomPage adas = ada.enter(room);
      adas.page().keyboard().press("t");
      String before = "The quick brown fox ";
      String during = "jumps over the lazy dog, and over all the others, too. ";
      type(adas.page(), before);
      cable.pullOut();
      type(adas.page(), during.substring(0, 50));
      cable.plugIn();
      type(adas.page(), during.substring(50) + "Done");
      assertThat(line(bobs, ada)).hasText(before + during + "Done");
      adas.page().keyboard().press("Enter");
      assertThat(lastMessage(bobs)).containsText(before + during + "Done");
      assertThat(bobs.page().getByTestId("message")).hasCount(1);
    }
  }

  /** What a screen reader finds: the names and roles of the accessibility tree. */
  @Test
  void isReadByTheAccessibilityTree() {
    String room = people.room(people.roomName("Tree"));
    Person ada = somebody("Ada");
    Person bob = somebody("Bob");
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);
    adas.page().keyboard().press("t");
    type(adas.page(), "First");
    adas.page().keyboard().press("Enter");
    type(adas.page(), "seco");
    assertThat(line(bobs, ada)).hasText("seco");
    assertThat(chat(bobs))
        .matchesAriaSnapshot(
            """
            - complementary "Chat":
              - heading "Chat" [level=2]
              - button "Close the chat"
              - group "Chat":
                - list "Chat":
                  - listitem:
                    - paragraph: /%1$s/
                    - paragraph: First
                    - button "What to do with the message of %1$s"
              - list "What is being typed now":
                - listitem: %1$s seco
              - switch "Others see every letter"
              - textbox "Write a message"
              - button "Send"
            """
                .formatted(ada.name()));
    assertThat(aloud(bobs)).matchesAriaSnapshot("- log \"Chat\":\n  - paragraph: /First/\n");
  }

  @Test
  void whoReadsMissesNothingWhileTheirNetworkIsCut() {
    String room = people.room(people.roomName("Reader"));
    Person ada = somebody("Ada");
    RoomPage adas = ada.enter(room);
    try (Cable cable = new Cable(people.server())) {
      Person bob = people.newcomer("Bob").withoutDevices().at(cable.address()).arrive();
      RoomPage bobs = bob.enter(room);
      adas.page().keyboard().press("t");
      type(adas.page(), "one ");
      assertThat(line(bobs, ada)).containsText("one");
      cable.pullOut();
      type(adas.page(), "two");
      adas.page().keyboard().press("Enter");
      type(adas.page(), "three");
      cable.plugIn();
      assertThat(line(bobs, ada)).hasText("three");
      assertThat(lastMessage(bobs)).containsText("one two");
    }
  }

  @Test
  void fourPeopleTypeAtOnceEachInALineOfTheirOwnInEveryScript() {
    String room = people.room(people.roomName("Babel"));
    Person ada = somebody("Ada");
    List<Person> others = List.of(somebody("Bob"), somebody("Cleo"), somebody("Dan"));
    RoomPage adas = ada.enter(room);
    List<RoomPage> pages = others.stream().map(one -> one.enter(room)).toList();
    PlenumServer server = people.server();
    try (SignalClient fifth = SignalClient.connect(server, Browser.named(server, "Eve"))) {
      fifth.send("{\"type\":\"join-room\",\"request\":4,\"room\":\"" + room + "\"}");
      fifth.await("room");
      for (RoomPage page : pages) {
        page.page().keyboard().press("t");
      }
      for (int i = 0; i < SCRIPTS.size(); i++) {
        int who = i % pages.size();
        field(pages.get(who)).fill(SCRIPTS.get(i));
        assertThat(line(adas, others.get(who))).hasText(SCRIPTS.get(i));
      }
      assertThat(adas.page().getByTestId("live-line")).hasCount(3);
      assertEquals(0, adas.page().locator("#chat img, #chat b").count(), "text is text");
      assertThat(adas.tiles()).hasCount(5);
      look("live-text-five", adas.page());
      field(pages.get(0)).press("Enter");
      assertThat(lastMessage(adas).locator(".message__text")).containsText("txet");
      Locator last = line(adas, others.get(2));
      assertTrue(last.innerText().startsWith("<img"), last.innerText());
    }
  }

  @Test
  void whatIsForOnePersonIsNotTypedToAll() {
    String room = people.room(people.roomName("Aside"));
    Person ada = somebody("Ada");
    Person bob = somebody("Bob");
    Person cleo = somebody("Cleo");
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);
    RoomPage cleos = cleo.enter(room);
    adas.page().keyboard().press("t");
    type(adas.page(), "secret");
    assertThat(line(cleos, ada)).hasText("secret");
    adas.page().locator("#chat-to").selectOption(new String[] {optionOf(adas, bob)});
    assertThat(line(cleos, ada)).hasCount(0);
    field(adas).focus();
    type(adas.page(), " for Bob");
    adas.page().keyboard().press("Enter");
    bobs.page().locator("#chat-toggle");
    assertThat(lastMessage(bobs)).containsText("for Bob");
    assertThat(cleos.page().getByTestId("message")).hasCount(0);
    assertThat(line(cleos, ada)).hasCount(0);
  }

  private static String optionOf(RoomPage page, Person person) {
    return page.page()
        .locator("#chat-to option")
        .filter(new Locator.FilterOptions().setHasText(person.name()))
        .getAttribute("value");
  }

  @Test
  void aCallCanBeOfferedWithText() {
    Person ada = somebody("Ada");
    Person bob = somebody("Bob");
    PeoplePage bobs = bob.onPeoplePage();
    PeoplePage adas = ada.onPeoplePage();
    adas.page().locator("#text-wanted").check();
    CallPage calling = adas.call(bob);
    RingDialog dialog = new RingDialog(bobs.page());
    dialog.await(ada);
    assertThat(bobs.page().locator("#ring-sentence"))
        .hasText("is calling you, and would like to use text");
    dialog.acceptWithVideo();
    calling.awaitTalk(bob);
    CallPage called = new CallPage(bobs.page());
    called.awaitTalk(ada);
    assertThat(chat(called.meeting())).isVisible();
    assertThat(called.page().locator("#text-switch")).isChecked();
    field(calling.meeting()).focus();
    type(calling.page(), "Hi Bob");
    assertThat(line(called.meeting(), ada)).hasText("Hi Bob");
    calling.hangUp();
    assertThat(calling.page().locator("#text-wanted")).isChecked();
    bobs.page().waitForURL("**/people");
    assertThat(bobs.page().locator("#text-wanted")).not().isChecked();
  }
}
