package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody leaves a note for who is not to be had now. */
class NoteIT {

  private static final String WORDS = "<img src=x onerror=broken=1>\nsee https://example.org/a";

  @RegisterExtension final People people = new People();

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  @Test
  void isFoundOnThePeoplePageAndAnswered() {
    Person ada = people.newcomer("Ada").withoutDevices().arrive();
    Person bob = people.newcomer("Bob").withoutDevices().arrive();
    Page adas = ada.onPeoplePage().page();
    Page bobs = bob.onPeoplePage().page();
    press(adas, "Leave a note for " + bob.name());
    adas.locator("#note-text").fill(WORDS);
    press(adas, "Leave the note");
    assertThat(adas.locator("#toasts")).containsText(bob.name() + " will find your note.");

    assertThat(bobs.locator("#toasts")).containsText(ada.name() + " left you a note");
    assertThat(bobs.getByTestId("note").locator(".note__text")).hasText(WORDS);
    assertThat(bobs.getByTestId("note").locator("a")).hasAttribute("href", "https://example.org/a");
    assertEquals("undefined", bobs.evaluate("typeof window.broken"));
    bobs.reload();
    press(bobs, "Answer the note of " + ada.name());
    bobs.locator("#note-text").fill("Thanks");
    press(bobs, "Leave the note");
    assertThat(adas.getByTestId("note")).containsText("Thanks");
    press(bobs, "The note of " + ada.name() + " is done");
    assertThat(bobs.locator("#notes")).isHidden();

    press(adas, "Leave a note for " + bob.name());
    adas.locator("#note-text").press("Escape");
    assertThat(adas.locator("#note-text")).hasCount(0);
  }
}
