package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Chromium;

/**
 * The device page when there is something wrong with the devices, and that one can go on anyway.
 */
class WithoutDevicesIT {

  @RegisterExtension final People people = new People();

  private static void goesOn(DevicePage page) {
    page.goOn();
    page.page().waitForURL("**/rooms");
    assertThat(page.page().locator("#rooms-heading")).isVisible();
  }

  @Test
  void explainsBeforeTheBrowserAsks() {
    DevicePage page = people.newcomer("Ada").withoutPermission().arrive().onDevicePage();

    assertThat(page.explanation()).containsText("Your browser is going to ask");
    assertThat(page.preview()).isHidden();
  }

  @Test
  void goesOnForSomebodyWhoDoesNotWantToBeAsked() {
    DevicePage page = people.newcomer("Ada").withoutPermission().arrive().onDevicePage();

    page.setting("permission-without").click();

    assertThat(page.previewMessage()).containsText("without a camera");
    assertThat(page.list("camera")).hasValue("none");
    goesOn(page);
  }

  @Test
  void saysWhatToDoWhenThePermissionIsRefused() {
    DevicePage page = people.newcomer("Ada").withoutPermission().arrive().onDevicePage();

    page.setting("permission-allow").click();

    assertThat(page.problem("camera")).containsText("may not use your camera");
    assertThat(page.problem("microphone")).containsText("may not use your microphone");
    assertThat(page.previewMessage()).isVisible();
    goesOn(page);
  }

  @Test
  void saysWhatToDoWhenThereIsNoDeviceAtAll() {
    DevicePage page =
        people.newcomer("Ada").startingWith(Scripts.NO_DEVICES).arrive().onDevicePage();

    assertThat(page.problem("camera")).containsText("No camera was found");
    assertThat(page.problem("microphone")).containsText("No microphone was found");
    goesOn(page);
  }

  @Test
  void usesTheMicrophoneWhenTheCameraIsBusy() {
    DevicePage page =
        people.newcomer("Ada").startingWith(Scripts.BUSY_CAMERA).arrive().onDevicePage();

    assertThat(page.problem("camera")).containsText("in use by another program");
    assertThat(page.problem("microphone")).isHidden();
    Eventually.eventually(
        "a level", () -> page.level().getAttribute("aria-valuenow"), level -> !level.equals("0"));
    goesOn(page);
  }

  @Test
  void saysWhyAnInsecureAddressHasNoDevices() {
    URI site = URI.create("http://" + Chromium.INSECURE_HOST + ":" + people.server().port() + "/");
    Person ada = people.newcomer("Ada").at(site).nameless().arrive();
    DevicePage page = ada.onDevicePage();

    assertThat(page.setting("insecure")).containsText("https");
    page.name().fill(ada.name());
    goesOn(page);
  }
}
