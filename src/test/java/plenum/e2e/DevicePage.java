package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The page on which people say their name and choose their devices. */
final class DevicePage {

  private final Page page;

  DevicePage(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  Locator name() {
    return page.locator("#name");
  }

  /** Says this name and goes on, where that is possible. */
  void goOnAs(String name) {
    name().fill(name);
    goOn();
  }

  void goOn() {
    page.locator("#continue").click();
  }

  /** Why the name was refused. */
  Locator nameProblem() {
    return page.locator("#name-problem");
  }

  /** The list of devices of a kind: camera, microphone or speaker. */
  Locator list(String kind) {
    return page.locator("#" + kind);
  }

  /** The names in the list of devices of a kind. */
  List<String> devices(String kind) {
    return list(kind).locator("option").allTextContents();
  }

  /** What is wrong with the camera, the microphone or the speaker. */
  Locator problem(String kind) {
    return page.locator("#" + kind + "-problem");
  }

  Locator delivers() {
    return page.locator("#camera-delivers");
  }

  Locator preview() {
    return page.locator("#preview");
  }

  /** Stands in the preview's place when there is no picture. */
  Locator previewMessage() {
    return page.locator("#preview-message");
  }

  Locator explanation() {
    return page.locator("#permission");
  }

  Locator level() {
    return page.locator("#microphone-level");
  }

  void awaitPreview() {
    assertThat(preview()).isVisible();
    assertThat(delivers()).containsText("Delivers");
  }

  /** A number that differs for pictures that differ. */
  String fingerprint() {
    return String.valueOf(preview().evaluate(Scripts.FINGERPRINT));
  }

  void openSettings() {
    if (!page.locator("#resolution").isVisible()) {
      page.locator("summary").click();
    }
  }

  Locator setting(String id) {
    return page.locator("#" + id);
  }
}
