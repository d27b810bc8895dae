package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Options, the lobby and what moderators do, as people see it. */
class ModerationIT {

  @RegisterExtension final People people = new People();

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator inDialog(Page page, String name) {
    return page.locator("dialog[open]")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void look(String name, Page page) {
    AccessibilityIT.check(page);
    ScreenshotsIT.picture(name, page);
    page.setViewportSize(1280, 800);
  }

  @Test
  void letsTheOwnerDecideWhoComesInAndSendSomebodyOut() {
    String room = people.roomName("Board");
    Person ada = people.named("Ada");
    RoomsPage list = ada.onRoomsPage();
    list.create(room);
    list.openOptions(room);
    Page adas = list.page();
    adas.locator("#options-lobby").check();
    adas.locator("#options-share").check();
    adas.locator("#room-options summary").click();
    look("room-options", adas);
    inDialog(adas, "Save").click();
    assertThat(list.card(room)).containsText("Moderators admit");

    Person bob = people.named("Bob");
    RoomsPage bobsList = bob.onRoomsPage();
    bobsList.follow(room);
    RoomPage bobs = new RoomPage(bobsList.page());
    assertThat(bobs.statePanel()).containsText("Waiting to join " + room);
    assertThat(bobs.statePanel()).containsText("No moderator is in the room");
    RoomPage inside = list.join(room);
    assertThat(bobs.statePanel()).containsText("The moderators can see that you are waiting");
    look("waiting", bobs.page());

    assertThat(inside.banner("waiting")).containsText("1 person waits to come in.");
    inside.banner("waiting").getByRole(AriaRole.BUTTON).click();
    assertThat(button(adas, "Admit " + bob.name())).isVisible();
    look("admitting", adas);
    button(adas, "Admit " + bob.name()).focus();
    adas.keyboard().press("Enter");
    bobs.awaitSeat();
    inside.awaitSoundFrom(bob);
    assertThat(inside.banner("waiting")).hasCount(0);
    assertThat(bobs.screenButton()).isHidden();

    act(inside, bob, "Mute " + bob.name());
    assertThat(bobs.toast(ada.name() + " muted you")).isVisible();
    assertThat(inside.rowOf(bob)).containsText("muted");
    assertThat(bobs.page().locator("#toggle-microphone")).hasAttribute("data-off", "true");
    bobs.toggleMicrophone();
    assertThat(inside.rowOf(bob)).not().containsText("muted");
    inside.awaitSoundFrom(bob);

    button(adas, "What you can do with " + bob.name()).click();
    look("moderating", adas);
    button(adas, "Remove " + bob.name() + " from the room").click();
    inDialog(adas, "Remove").click();
    assertThat(inside.tileOf(bob)).hasCount(0);
    assertThat(bobsList.toast(ada.name() + " removed you from the room")).isVisible();
    bobsList.follow(room);
    assertThat(bobs.statePanel()).containsText("Waiting to join " + room);
  }

  /** By the menu in the list of people. */
  private static void act(RoomPage page, Person on, String name) {
    button(page.page(), "What you can do with " + on.name()).click();
    button(page.page(), name).click();
  }

  @Test
  void asksForThePassword() {
    String room = people.roomName("Secret");
    RoomsPage list = people.newcomer("Ada").withoutDevices().arrive().onRoomsPage();
    list.create(room);
    list.openOptions(room);
    Page adas = list.page();
    adas.getByLabel("Whoever knows the password").check();
    inDialog(adas, "Save").click();
    assertThat(adas.locator("#options-problem")).hasText("Give the room a password.");
    adas.locator("#options-password-text").fill("open sesame");
    inDialog(adas, "Save").click();
    assertThat(list.card(room)).containsText("Password");

    RoomsPage bobsList = people.newcomer("Bob").withoutDevices().arrive().onRoomsPage();
    bobsList.follow(room);
    RoomPage bobs = new RoomPage(bobsList.page());
    Locator password = bobs.page().locator("#room-password");
    password.fill("something else");
    password.press("Enter");
    assertThat(bobs.statePanel()).containsText("This is not the password of this room.");
    look("password", bobs.page());
    password.fill("open sesame");
    password.press("Enter");
    bobs.awaitSeat();
  }
}
