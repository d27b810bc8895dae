package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Cable;

/** People write beside the voice. */
class ChatIT {

  private static final String INJECTED = "<img src=x onerror=\"window.broken=1\"><b>'\"&amp;";

  @RegisterExtension final People people = new People();

  private Person quiet(String name) {
    return people.newcomer(name).withoutDevices().arrive();
  }

  private static ChatPanel chat(RoomPage page) {
    return ChatPanel.on(page.page());
  }

  private static void assertUnbroken(Page page) {
    assertEquals("undefined", page.evaluate("typeof window.broken"));
    assertEquals(0, page.locator("#chat img, #toasts img, .tile img[src=x]").count());
  }

  @Test
  void twoWriteToEachOther() {
    TwoInARoom two = TwoInARoom.called("Chat", people);
    ChatPanel hers = two.hers().open();
    hers.write("Look at https://example.org/a_(b), Bob.");

    ChatPanel his = two.his();
    assertThat(his.unread()).hasText("1");
    assertThat(his.aloud()).containsText(two.ada().name() + ": Look at");
    his.open();
    assertThat(his.unread()).hasText("");
    assertThat(his.field()).isFocused();
    var link = his.message("Look at").locator("a");
    assertThat(link).hasAttribute("href", "https://example.org/a_(b)");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");

    his.act("Look at", "reply");
    his.field().fill("First line");
    his.field().press("Shift+Enter");
    his.field().pressSequentially("שלום second");
    his.field().press("Enter");
    assertThat(hers.message("First line").locator(".message__text"))
        .hasText("First line\nשלום second");
    assertThat(hers.message("First line").locator(".message__quote")).containsText("Look at https");

    his.act("First line", "edit");
    his.write("Changed");
    assertThat(hers.message("Changed")).containsText("Edited");
    his.act("Changed", "delete");
    assertThat(hers.message("This message was deleted.")).isVisible();
    assertThat(hers.message("Changed")).hasCount(0);

    his.field().press("Escape");
    assertThat(his.panel()).isHidden();
    assertThat(his.opener()).isFocused();
  }

  @Test
  void writingSwitchesNothing() {
    Person ada = people.named("Ada");
    RoomPage adas = ada.enter(people.room(people.roomName("Keys")));
    ChatPanel hers = chat(adas).open();
    hers.field().pressSequentially("mvmv mmm v");
    hers.field().press("Enter");
    assertThat(hers.message("mvmv mmm v")).isVisible();
    adas.page().locator("#chat-close").press("m");

    assertThat(adas.page().locator("#toggle-microphone")).hasAttribute("data-off", "false");
    assertThat(adas.page().locator("#toggle-camera")).hasAttribute("data-off", "false");
  }

  @Test
  void fourWriteAndOneIsToldAlone() {
    String room = people.room(people.roomName("Four"));
    List<Person> four = List.of(quiet("Ada"), quiet("Bob"), quiet("Cleo"), quiet("Dan"));
    List<RoomPage> pages = four.stream().map(person -> person.enter(room)).toList();
    List<ChatPanel> chats = pages.stream().map(page -> chat(page).open()).toList();
    for (int i = 0; i < chats.size(); i++) {
      chats.get(i).write("hello from " + i);
    }
    chats.get(0).writeTo(four.get(1), "between us");
    chats.get(3).write("the last");
    for (ChatPanel chat : chats) {
      assertThat(chat.message("the last")).isVisible();
      assertThat(chat.messages()).hasCount(chats.indexOf(chat) < 2 ? 6 : 5);
    }
    assertThat(chats.get(0).message("between us")).containsText("to " + four.get(1).name());
    assertThat(chats.get(1).message("between us")).containsText("to you alone");
    assertThat(chats.get(2).message("between us")).hasCount(0);

    ChatPanel late = chat(quiet("Late").enter(room)).open();
    assertThat(late.messages()).hasCount(5);
    assertThat(late.message("hello from 0")).isVisible();
  }

  @Test
  void twoWriteInACallToEachOtherWithoutAChoice() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    PeoplePage adas = ada.onPeoplePage();
    Page bobs = bob.onPeoplePage().page();
    CallPage caller = adas.call(bob).awaitRinging(bob);
    CallPage called = new RingDialog(bobs).await(ada).acceptWithVoice();
    caller.awaitTalk(bob);
    ChatPanel hers = ChatPanel.on(caller.page()).open();
    hers.write("Do you see this?");
    ChatPanel his = ChatPanel.on(called.page()).open();

    assertThat(his.message("Do you see this?")).containsText(ada.name());
    assertThat(called.page().locator("#chat-addressee")).isHidden();
    his.write("Yes");
    assertThat(hers.message("Yes")).isVisible();
    assertThat(hers.panel().locator("#chat-export")).isHidden();
    caller.hangUp();
  }

  @Test
  void oneWritesOnADesktopWhileTheSpaceBarTalks() {
    Person ada = people.named("Ada");
    Person bob = quiet("Bob");
    String room = people.desktop(people.roomName("Desk"));
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    adas.page().locator("#push-to-talk").click();
    assertThat(adas.page().locator("#toggle-microphone")).hasAttribute("data-off", "true");
    ChatPanel hers = ChatPanel.on(adas.page()).open();
    hers.field().pressSequentially("one two");
    hers.field().press("Enter");

    assertThat(ChatPanel.on(bobs.page()).open().message("one two")).isVisible();
    adas.page().locator("#chat-close").press("Space");
    assertThat(hers.panel()).isHidden();
    assertThat(adas.page().locator("#toggle-microphone")).hasAttribute("data-off", "true");
  }

  @Test
  void markUpIsTextInEveryField() {
    Person eve = people.newcomerCalled("<img src=x onerror=broken=1>").withoutDevices().arrive();
    Person ada = quiet("Ada");
    String room = people.room(people.roomName("<img src=x onerror=broken=1>"));
    quiet("Bob").enter(room);
    RoomPage eves = eve.enter(room);
    RoomPage adas = ada.enter(room);
    ChatPanel hers = chat(eves).open();
    ChatPanel adasChat = chat(adas).open();
    hers.write(INJECTED);
    assertThat(adasChat.message(INJECTED)).containsText(eve.name());
    adasChat.act(INJECTED, "reply");
    adasChat.write("javascript:window.broken=1");
    assertThat(hers.message("javascript:").locator(".message__quote")).containsText(INJECTED);
    assertThat(hers.message("javascript:").locator("a")).hasCount(0);
    hers.writeTo(ada, INJECTED);
    assertThat(adasChat.message("to you alone")).containsText(INJECTED);

    assertUnbroken(adas.page());
    assertUnbroken(eves.page());
  }

  @Test
  void nothingIsLostWhileTheConnectionIsGone() {
    String room = people.room(people.roomName("Cable"));
    try (Cable cable = new Cable(people.server())) {
      Person ada = people.newcomer("Ada").withoutDevices().at(cable.address()).arrive();
      Person bob = quiet("Bob");
      ChatPanel hers = chat(ada.enter(room)).open();
      ChatPanel his = chat(bob.enter(room)).open();
      hers.write("before");
      assertThat(his.message("before")).isVisible();

      cable.pullOut();
      hers.write("while away 1");
      hers.write("while away 2");
      his.write("meanwhile");
      assertThat(hers.message("while away 2")).containsText("Not sent yet");
      cable.plugIn();

      assertThat(his.message("while away 2")).isVisible();
      assertThat(hers.message("meanwhile")).isVisible();
      assertThat(his.messages()).hasCount(4);
      assertThat(hers.messages()).hasCount(4);
    }
  }

  @Test
  void whoWasSentOutReadsNothingFurther() {
    Person owner = quiet("Owner");
    Person eve = quiet("Eve");
    String name = people.roomName("Out");
    RoomsPage list = owner.onRoomsPage();
    list.create(name);
    RoomPage owners = list.join(name);
    String room = people.forgetLater(owners.page().url().replaceAll(".*id=", ""));
    RoomPage eves = eve.enter(room);
    ChatPanel hers = chat(owners).open();
    hers.write("for all");
    assertThat(chat(eves).unread()).hasText("1");
    owners.openPeople();
    button(owners, "What you can do with " + eve.name()).click();
    button(owners, "Remove " + eve.name() + " from the room").click();
    owners.page().locator("dialog .button--danger").click();
    eves.page().waitForURL("**/rooms");
    hers.open();
    hers.write("without Eve");

    assertThat(hers.message("without Eve")).isVisible();
    assertThat(eves.page().locator("body")).not().containsText("without Eve");
  }

  private static Locator button(RoomPage page, String name) {
    return page.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void theNewestStaysInSightWhenTheWindowShrinksAndNothingCoversThePanel() {
    Person ada = quiet("Ada");
    Person bob = quiet("Bob");
    String room = people.room(people.roomName("Chat"));
    RoomPage adas = ada.enter(room);
    ChatPanel hers = chat(adas).open();
    hers.write("Line\n".repeat(30));
    hers.write("The newest");
    assertThat(hers.message("The newest")).isInViewport();

    bob.enter(room);
    Locator toast = adas.toast(bob.name() + " joined");
    assertThat(toast).isVisible();
    var shown = toast.boundingBox();
    assertTrue(shown.x + shown.width <= hers.panel().boundingBox().x, "beside the panel");

    adas.page().setViewportSize(390, 600);
    assertThat(hers.message("The newest")).isInViewport();
    adas.page().setViewportSize(390, 844);
    assertThat(hers.message("The newest")).isInViewport();

    // Scrolled and shrunk in one picture: the browser tells of the first before the second.
    adas.page()
        .evaluate(
            "{ const it = document.getElementById('chat-scroll');"
                + " it.scrollTop -= 1; it.style.maxHeight = '150px'; }");
    assertThat(hers.message("The newest")).isInViewport();
  }
}
