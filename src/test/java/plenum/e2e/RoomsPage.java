package plenum.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page that lists the rooms. */
final class RoomsPage {

  private final Page page;

  RoomsPage(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  void create(String name) {
    page.locator("#room-name").fill(name);
    page.locator("#create-room button").click();
  }

  /** Why the room could not be created. */
  Locator problem() {
    return page.locator("#room-name-problem");
  }

  Locator cards() {
    return page.getByTestId("room");
  }

  Locator card(String room) {
    var name =
        page.locator("h2").and(page.getByText(room, new Page.GetByTextOptions().setExact(true)));
    return cards().filter(new Locator.FilterOptions().setHas(name));
  }

  /** How many people are inside, in words. */
  Locator headCount(String room) {
    return card(room).locator(".room-card__count");
  }

  /** Goes to the room's page, whatever kind of room it is. */
  void follow(String room) {
    var options = new Locator.GetByRoleOptions().setName("Join " + room);
    card(room).getByRole(AriaRole.LINK, options).click();
  }

  RoomPage join(String room) {
    follow(room);
    RoomPage inside = new RoomPage(page);
    inside.awaitSeat();
    return inside;
  }

  void delete(String room) {
    card(room).getByTestId("delete-room").click();
  }

  /** Opens the room's options. */
  void openOptions(String room) {
    var options = new Locator.GetByRoleOptions().setName("Options of " + room);
    card(room).getByRole(AriaRole.BUTTON, options).click();
  }

  /** The question that is asked before people are sent out. */
  Locator question() {
    return page.getByRole(AriaRole.DIALOG);
  }

  void agree() {
    question().getByText("Delete the room").click();
  }

  void cancel() {
    question().getByText("Cancel").click();
  }

  /** Everybody who is online, by the names that the page shows. */
  Locator person(String name) {
    return page.getByTestId("person").filter(new Locator.FilterOptions().setHasText(name));
  }

  Locator toast(String sentence) {
    return page.locator(".toast").filter(new Locator.FilterOptions().setHasText(sentence));
  }
}
