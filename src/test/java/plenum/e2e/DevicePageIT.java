package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Quick;

/** The device page with devices that work. */
class DevicePageIT {

  @RegisterExtension final People people = new People();

  @Test
  void listsTheDevicesByTheirNames() {
    DevicePage page = people.named("Ada").onDevicePage();
    page.awaitPreview();

    for (String kind : List.of("camera", "microphone", "speaker")) {
      eventually(
          "the names of the " + kind + "s",
          () -> page.devices(kind),
          names -> names.stream().anyMatch(name -> name.toLowerCase().contains("fake")));
    }
    assertTrue(page.devices("camera").contains("No camera"));
    assertTrue(page.devices("microphone").contains("No microphone"));
  }

  @Test
  @Quick
  void showsTheOwnMovingPicture() {
    DevicePage page = people.named("Ada").onDevicePage();
    page.awaitPreview();

    String first = page.fingerprint();
    eventually("another picture", page::fingerprint, now -> !now.equals(first));
  }

  @Test
  @Quick
  void movesTheMicrophonesLevel() {
    DevicePage page = people.named("Ada").onDevicePage();
    page.awaitPreview();

    String loud = eventually("a level", () -> level(page), level -> !level.equals("0"));
    eventually("another level", () -> level(page), level -> !level.equals(loud));
  }

  private static String level(DevicePage page) {
    return page.level().getAttribute("aria-valuenow");
  }

  @Test
  void tellsWhatTheCameraReallyDelivers() {
    DevicePage page = people.named("Ada").onDevicePage();
    assertThat(page.delivers()).containsText("320 × 180");

    page.openSettings();
    page.setting("resolution").selectOption("360");

    assertThat(page.delivers()).containsText("640 × 360");
  }

  @Test
  void playsATestSound() {
    DevicePage page = people.named("Ada").onDevicePage();
    page.awaitPreview();

    page.setting("speaker-test").click();

    assertThat(page.setting("speaker-test-status")).containsText("Did you hear it?");
  }

  @Test
  void switchesTheCameraOffWhenNoneIsChosen() {
    DevicePage page = people.named("Ada").onDevicePage();
    page.awaitPreview();

    page.list("camera").selectOption("none");

    assertThat(page.preview()).isHidden();
    assertThat(page.previewMessage()).containsText("without a camera");
    assertThat(page.delivers()).isEmpty();
  }

  @Test
  void remembersTheChoicesOverAReload() {
    DevicePage page = people.newcomer("Ada").nameless().arrive().onDevicePage();
    page.awaitPreview();
    page.list("microphone").selectOption("none");
    page.openSettings();
    page.setting("resolution").selectOption("360");
    page.setting("noiseSuppression").uncheck();

    page.page().reload();

    assertThat(page.list("microphone")).hasValue("none");
    assertThat(page.delivers()).containsText("640 × 360");
    page.openSettings();
    assertThat(page.setting("noiseSuppression")).not().isChecked();
    assertThat(page.setting("echoCancellation")).isChecked();
  }

  @Test
  void remembersTheName() {
    Person ada = people.newcomer("Ada").nameless().arrive();
    DevicePage page = ada.onDevicePage();
    page.goOnAs(ada.name());
    page.page().waitForURL("**/rooms");

    page.page().navigate(ada.address("/"));

    assertThat(page.name()).hasValue(ada.name());
  }

  @Test
  void fallsBackToTheDefaultWhenTheRememberedCameraIsGone() {
    Person ada =
        people
            .newcomer("Ada")
            .choosing("camera", "0123")
            .choosing("cameraLabel", "Desk 4K")
            .arrive();

    DevicePage page = ada.onDevicePage();

    page.awaitPreview();
    assertThat(page.problem("camera")).containsText("“Desk 4K” is not connected any more");
    assertTrue(page.problem("camera").textContent().contains("is used instead"));
  }

  @Test
  void fallsBackToTheDefaultWhenTheRememberedSpeakerIsGone() {
    Person ada =
        people
            .newcomer("Ada")
            .choosing("speaker", "0123")
            .choosing("speakerLabel", "Kitchen")
            .arrive();

    DevicePage page = ada.onDevicePage();

    assertThat(page.problem("speaker")).containsText("“Kitchen” is not connected any more");
  }

  @Test
  void saysThatTheCameraWasDisconnectedAndUsesAnother() {
    DevicePage page = people.named("Ada").onDevicePage();
    page.awaitPreview();
    Locator problem = page.problem("camera");

    page.preview()
        .evaluate("v => v.srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'))");

    assertThat(problem).isVisible();
    page.awaitPreview();
    assertEquals(List.of(), page.page().getByText("undefined").all());
  }
}
