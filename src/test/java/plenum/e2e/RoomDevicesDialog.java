package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The dialog in which people add cameras and other devices to a room. */
final class RoomDevicesDialog {

  private final Page page;

  RoomDevicesDialog(Page page) {
    this.page = page;
  }

  void open() {
    MoreControls.press(page, "open-room-devices");
    assertThat(page.locator("#room-devices")).isVisible();
  }

  void close() {
    page.locator("#room-devices-close").click();
  }

  /** Asks for a device of this name. */
  void add(String name) {
    page.locator("#device-name").fill(name);
    page.locator("#add-device button").click();
  }

  Locator problem() {
    return page.locator("#device-name-problem");
  }

  Locator row(String name) {
    return page.getByTestId("room-device")
        .filter(new Locator.FilterOptions().setHas(page.getByText(name, exactly())));
  }

  void showAddress(String name) {
    row(name).getByRole(AriaRole.BUTTON, named("Address of " + name)).click();
    assertThat(address()).isVisible();
  }

  /** Wants another address for the device and agrees that this was meant. */
  void renew(String name) {
    row(name).getByRole(AriaRole.BUTTON, named("New address for " + name)).click();
    page.getByText("Make a new address").click();
  }

  /** What can be done with the device by who sees this dialog. */
  Locator buttons(String name) {
    return row(name).getByRole(AriaRole.BUTTON);
  }

  /** Removes the device and agrees that this was meant. */
  void remove(String name) {
    row(name).getByRole(AriaRole.BUTTON, named("Remove " + name)).click();
    page.getByText("Remove the device").click();
  }

  Locator address() {
    return page.locator("#device-address");
  }

  /** What is to be entered for this protocol. */
  String field(String protocol, String name) {
    return page.locator("#address-" + protocol + "-" + name).inputValue();
  }

  String token() {
    return field("whip", "token");
  }

  void copy(String what) {
    address().getByRole(AriaRole.BUTTON, named("Copy: " + what)).click();
  }

  Locator status() {
    return page.locator("#device-address-status");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
