package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A call's page. */
final class CallPage {

  private final Page page;
  private final RoomPage meeting;

  CallPage(Page page) {
    this.page = page;
    this.meeting = new RoomPage(page);
  }

  Page page() {
    return page;
  }

  /** The tiles, buttons and media, as in a room. */
  RoomPage meeting() {
    return meeting;
  }

  /** Waits until it rings at the other side. */
  CallPage awaitRinging(Person called) {
    assertThat(waiting()).containsText(called.name());
    assertThat(waiting()).containsText("Ringing");
    meeting.awaitSeat();
    return this;
  }

  /** Who is waited for. */
  Locator waiting() {
    return page.locator("#ringing");
  }

  void cancel() {
    page.locator("#ringing-cancel").click();
  }

  void hangUp() {
    page.locator("#leave").click();
    page.waitForURL("**/people");
  }

  /** How long the two have talked, as a clock shows it. */
  Locator duration() {
    return page.locator("#call-duration");
  }

  /** Waits until both are there and have talked for a moment. */
  CallPage awaitTalk(Person other) {
    assertThat(meeting.tileOf(other)).isVisible();
    assertThat(waiting()).isHidden();
    assertThat(duration()).isVisible();
    return this;
  }

  /** Adds a third person. */
  void add(Person third) {
    page.locator("#add-person").click();
    page.getByTestId("candidate")
        .filter(new Locator.FilterOptions().setHasText(third.name()))
        .locator("button")
        .click();
  }

  void reload() {
    page.reload();
    meeting.awaitSeat();
  }
}
