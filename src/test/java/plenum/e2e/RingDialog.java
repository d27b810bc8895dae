package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What any page shows when somebody calls, or invites the person into a room. */
final class RingDialog {

  private final Page page;

  RingDialog(Page page) {
    this.page = page;
  }

  Locator locator() {
    return page.getByTestId("ring");
  }

  /** Waits until this person calls. */
  RingDialog await(Person caller) {
    assertThat(locator()).containsText(caller.name());
    return this;
  }

  void awaitNone() {
    assertThat(locator()).hasCount(0);
  }

  /** What the page says when the browser holds the ringtone back. */
  Locator hint() {
    return locator().locator(".ring__hint");
  }

  CallPage acceptWithVideo() {
    press("Accept with video");
    return awaitCall();
  }

  CallPage acceptWithVoice() {
    press("Accept with voice");
    return awaitCall();
  }

  private CallPage awaitCall() {
    page.waitForURL("**/call?id=*");
    return new CallPage(page);
  }

  void reject() {
    press("Decline");
  }

  /** Follows an invitation. */
  RoomPage join() {
    press("Join with video");
    page.waitForURL("**/room?id=*");
    RoomPage inside = new RoomPage(page);
    inside.awaitSeat();
    return inside;
  }

  void notNow() {
    press("Not now");
  }

  private void press(String answer) {
    locator().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(answer)).click();
  }
}
