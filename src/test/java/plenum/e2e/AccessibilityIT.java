package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Quick;

/** What axe-core can find out about every page and state, light and dark. */
class AccessibilityIT {

  @RegisterExtension final People people = new People();

  static void check(Page page) {
    Looks.each(page, scheme -> assertEquals("", violations(page), scheme + " " + page.url()));
  }

  /**
   * What axe-core finds. It measures for a while; an element that moved meanwhile, since a device
   * was opened or somebody came, has another one's background to it. What is found is therefore
   * looked for once more, and told only if it is still there.
   */
  private static String violations(Page page) {
    String first = Axe.violations(page);
    return first.isEmpty() ? first : Axe.violations(page);
  }

  private Person somebody(String name) {
    return people.newcomer(name).withoutDevices().arrive();
  }

  @Test
  @Quick
  void ofTheDevicePage() {
    DevicePage page = people.named("Ada").onDevicePage();
    page.awaitPreview();
    page.openSettings();
    check(page.page());
  }

  @Test
  void ofTheDevicePageThatExplainsThePermission() {
    DevicePage page = people.newcomer("Ada").withoutPermission().arrive().onDevicePage();
    assertThat(page.explanation()).isVisible();
    check(page.page());
  }

  @Test
  void ofTheDevicePageThatTellsOfProblems() {
    DevicePage page =
        people.newcomer("Ada").nameless().startingWith(Scripts.NO_DEVICES).arrive().onDevicePage();
    page.goOnAs("");
    assertThat(page.problem("camera")).isVisible();
    assertThat(page.nameProblem()).isVisible();
    check(page.page());
  }

  @Test
  void ofTheEmptyListOfRooms() {
    people.deleteAllRooms();
    RoomsPage page = somebody("Ada").onRoomsPage();
    assertThat(page.page().locator("#rooms-empty")).isVisible();
    check(page.page());
  }

  @Test
  void ofTheListOfRoomsAndItsQuestion() {
    String room = people.roomName("Planning");
    people.room(room);
    for (int number = 0; number < 7; number++) {
      people.room(people.roomName("Room"));
    }
    somebody("Bob").onRoomsPage().join(room);
    RoomsPage page = somebody("Ada").onRoomsPage();
    page.create(room);
    assertThat(page.problem()).isVisible();
    assertThat(page.headCount(room)).hasText("1 person inside");
    check(page.page());

    page.delete(room);
    assertThat(page.question()).isVisible();
    check(page.page());
  }

  @Test
  void ofARoomWithOnePersonAndItsDialogs() {
    RoomPage page = people.named("Ada").enter(people.room(people.roomName("Alone")));
    page.awaitPictureIn(page.ownTile());
    check(page.page());

    page.openDevices();
    assertThat(page.page().locator("#device-dialog")).isVisible();
    page.page().locator("#network summary").click();
    check(page.page());

    page.page().locator("#open-details").click();
    assertThat(page.page().locator("#details-table")).isVisible();
    check(page.page());
    page.page().keyboard().press("Escape");
    page.page().keyboard().press("Escape");
    MoreControls.press(page.page(), "open-layout");
    check(page.page());
  }

  @Test
  void ofARoomWithFourPeopleAndTheirList() {
    String room = people.room(people.roomName("Full"));
    Person bob = people.named("Bob");
    RoomPage bobs = bob.enter(room);
    bobs.toggleMicrophone();
    Person cleo = people.named("Cleo");
    cleo.enter(room).toggleCamera();
    Person dan = somebody("Dan");
    dan.enter(room);
    RoomPage page = somebody("Ada").enter(room);
    page.awaitPicturesFrom(bob);
    page.openPeople();
    assertThat(page.rowOf(dan)).isVisible();
    assertThat(page.tileOf(cleo)).containsText("Camera off");
    check(page.page());
  }

  @Test
  void ofAConversationWithAllThatCanBeInIt() {
    String room = people.room(people.roomName("Chat"));
    Person ada = somebody("Ada");
    Person bob = somebody("Bob");
    Person cleo = somebody("Cleo");
    RoomPage adas = ada.enter(room);
    ChatPanel bobs = ChatPanel.on(bob.enter(room).page()).open();
    cleo.enter(room);
    ChatPanel hers = ChatPanel.on(adas.page()).open();
    check(adas.page());

    hers.write("See https://example.org/a");
    hers.act("See https", "edit");
    hers.write("See https://example.org/b");
    bobs.act("See https://example.org/b", "reply");
    bobs.write("I see");
    bobs.writeTo(ada, "psst");
    bobs.write("oops");
    bobs.act("oops", "delete");
    assertThat(hers.message("This message was deleted.")).isVisible();
    assertThat(hers.message("psst")).isVisible();
    hers.message("I see").locator(".message__more").click();
    check(adas.page());
    adas.page().setViewportSize(390, 844);
    check(adas.page());
  }

  @Test
  void ofNotesAndTheDialogInWhichOneIsLeft() {
    Person ada = somebody("Ada");
    Person bob = somebody("Bob");
    Page adas = ada.onPeoplePage().page();
    Page bobs = bob.onPeoplePage().page();
    adas.getByLabel("Leave a note for " + bob.name()).click();
    check(adas);
    adas.locator("#note-text").fill("I missed you: https://example.org/a");
    adas.locator("dialog .button--primary").click();
    assertThat(bobs.getByTestId("note")).isVisible();
    check(bobs);
  }

  @Test
  void ofTheDialogOfDevicesAndTheAddressInIt() {
    RoomPage page = somebody("Ada").enter(people.room(people.roomName("Cameras")));
    RoomDevicesDialog dialog = new RoomDevicesDialog(page.page());
    dialog.open();
    dialog.add("");
    assertThat(dialog.problem()).isVisible();
    check(page.page());

    dialog.add("Gate camera");
    assertThat(dialog.address()).isVisible();
    dialog.copy("Server");
    check(page.page());
  }

  @Test
  void ofARoomThatDoesNotExist() {
    RoomPage page = new RoomPage(somebody("Ada").open("/room?id=nowhere1"));
    assertThat(page.statePanel()).isVisible();
    check(page.page());
  }

  @Test
  void ofThePeopleAndACallThatRings() {
    Person ada = somebody("Ada");
    PeoplePage page = ada.onPeoplePage();
    Person bob = somebody("Bob");
    Person cleo = somebody("Cleo");
    PeoplePage bobs = bob.onPeoplePage();
    cleo.onRoomsPage();
    bobs.call(ada).awaitRinging(ada).cancel();
    bobs.page().waitForURL("**/people");
    bobs.call(cleo).awaitRinging(cleo);
    assertThat(page.stateOf(bob)).hasText("In a call");
    assertThat(page.recentCalls()).hasCount(1);
    check(page.page());
    check(bobs.page());

    Person dan = somebody("Dan");
    dan.onPeoplePage().call(ada);
    new RingDialog(page.page()).await(dan);
    check(page.page());
  }

  @Test
  void ofACallAndItsDialogs() {
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    PeoplePage bobs = bob.onPeoplePage();
    CallPage page = ada.onPeoplePage().call(bob);
    new RingDialog(bobs.page()).await(ada).acceptWithVideo();
    page.awaitTalk(bob).meeting().awaitPictureIn(page.meeting().tileOf(bob));
    check(page.page());

    Person cleo = somebody("Cleo");
    cleo.onRoomsPage();
    page.page().setViewportSize(390, 844);
    page.page().locator("#more").click();
    check(page.page());

    page.add(cleo);
    new RingDialog(cleo.pages().get(0)).await(ada);
    check(cleo.pages().get(0));
    page.page().waitForURL("**/room?id=*");
  }

  @Test
  void ofTheListOfDesktops() {
    String room = people.roomName("Shown");
    Person bob = somebody("Bob");
    bob.enterDesktop(people.desktop(room)).share();
    RoomsPage page = somebody("Ada").onDesktopsPage();
    assertThat(page.card(room)).containsText("is sharing");
    check(page.page());
  }

  @Test
  void ofADesktopRoomBeforeAndWhileSomebodyShares() {
    String room = people.desktop(people.roomName("Desktop"));
    Person ada = people.named("Ada");
    Person bob = somebody("Bob");
    DesktopPage adas = ada.enterDesktop(room);
    DesktopPage bobs = bob.enterDesktop(room);
    assertThat(adas.shareButton()).isVisible();
    check(adas.page());

    adas.share();
    adas.button("toggle-camera").click();
    bobs.awaitScreenOf(ada);
    bobs.askButton().click();
    assertThat(adas.requestOf(bob)).isVisible();
    check(adas.page());

    assertThat(bobs.face()).isVisible();
    bobs.rowOf(ada).getByRole(AriaRole.BUTTON).click();
    check(bobs.page());
    adas.button("push-to-talk").click();
    check(adas.page());

    adas.handOverTo(bob);
    assertThat(bobs.shareButton()).isFocused();
    check(bobs.page());
  }

  @Test
  void ofADesktopRoomInABrowserThatCannotShare() {
    String room = people.desktop(people.roomName("Phone"));
    Person bob =
        people.newcomer("Bob").withoutDevices().startingWith(DesktopScripts.CANNOT_SHARE).arrive();
    DesktopPage page = bob.enterDesktop(room);
    assertThat(page.hint()).containsText("cannot share");
    check(page.page());
  }

  @Test
  void ofTheErrorPage() {
    Page page = somebody("Ada").open("/nowhere");
    assertThat(page.locator("h1")).containsText("nothing here");
    check(page);
  }
}
