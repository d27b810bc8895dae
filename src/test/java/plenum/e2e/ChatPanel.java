package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** What is written on a meeting's page. */
final class ChatPanel {

  private final Page page;

  private ChatPanel(Page page) {
    this.page = page;
  }

  /** The panel of this page, not opened. */
  static ChatPanel on(Page page) {
    return new ChatPanel(page);
  }

  ChatPanel open() {
    if (!panel().isVisible()) {
      opener().click();
    }
    assertThat(panel()).isVisible();
    return this;
  }

  Locator opener() {
    return page.locator("#chat-toggle");
  }

  Locator unread() {
    return page.locator("#chat-unread");
  }

  Locator panel() {
    return page.locator("#chat");
  }

  Locator field() {
    return page.locator("#chat-text");
  }

  /** What a screen reader is told. */
  Locator aloud() {
    return page.locator("#chat-log");
  }

  Locator messages() {
    return page.getByTestId("message");
  }

  /** The messages with this in them. */
  Locator message(String text) {
    return messages().filter(new Locator.FilterOptions().setHasText(text));
  }

  void write(String text) {
    field().fill(text);
    field().press("Enter");
  }

  void writeTo(Person person, String text) {
    page.locator("#chat-to").selectOption(new SelectOption().setLabel(person.name()));
    write(text);
    page.locator("#chat-to").selectOption("");
  }

  /** Presses this button of a message. */
  void act(String text, String act) {
    message(text).locator(".message__more").click();
    message(text).locator("[data-act=" + act + "]").click();
  }
}
