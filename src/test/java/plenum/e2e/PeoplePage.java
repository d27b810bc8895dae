package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page that lists who is online, and the own calls. */
final class PeoplePage {

  private final Page page;

  PeoplePage(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  Locator cards() {
    return page.getByTestId("person-card");
  }

  Locator card(Person person) {
    return cards().filter(new Locator.FilterOptions().setHasText(person.name()));
  }

  /** Where somebody is, in words. */
  Locator stateOf(Person person) {
    return card(person).locator(".person-card__state");
  }

  Locator callButton(Person person) {
    var named =
        new Locator.GetByRoleOptions()
            .setName("Call " + person.name())
            .setExact(true)
            .setIncludeHidden(true);
    return card(person).getByRole(AriaRole.BUTTON, named);
  }

  void search(String letters) {
    page.locator("#people-search").fill(letters);
  }

  /** Calls somebody, and waits for the call's page. */
  CallPage call(Person person) {
    callButton(person).click();
    page.waitForURL("**/call?id=*");
    return new CallPage(page);
  }

  /** The own calls, the newest first. */
  Locator recentCalls() {
    return page.getByTestId("recent-call");
  }

  /** The number of missed calls in the page's header. */
  Locator badge() {
    return page.locator("#missed-calls");
  }

  Locator toast(String sentence) {
    return page.locator(".toast").filter(new Locator.FilterOptions().setHasText(sentence));
  }

  /** Waits until the page is the list again, and says this. */
  static PeoplePage awaitReturn(Page page, String sentence) {
    page.waitForURL("**/people");
    PeoplePage people = new PeoplePage(page);
    assertThat(people.toast(sentence)).isVisible();
    return people;
  }
}
