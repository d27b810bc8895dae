package plenum.web.records;

import java.util.Optional;
import plenum.devicetest.DeviceTest.Camera;
import plenum.devicetest.DeviceTest.Microphone;
import plenum.devicetest.DeviceTest.Speaker;

/** What a page says of devices, as JSON; whatever is missing is null, and counts as empty. */
public record Findings(CameraFound camera, MicrophoneFound microphone, SpeakerFound speaker) {

  private static final int LARGEST = 100_000;

  /** Of the camera. */
  public record CameraFound(
      String label, String problem, Double width, Double height, Double frameRate) {}

  /** Of the microphone. */
  public record MicrophoneFound(String label, String problem, Boolean heard) {}

  /** Of the speaker. */
  public record SpeakerFound(String label, String result) {}

  Camera toCamera() {
    return Optional.ofNullable(camera)
        .map(
            found ->
                new Camera(
                    text(found.label()),
                    text(found.problem()),
                    number(found.width()),
                    number(found.height()),
                    number(found.frameRate())))
        .orElseGet(() -> new Camera("", "", 0, 0, 0));
  }

  Microphone toMicrophone() {
    return Optional.ofNullable(microphone)
        .map(
            found ->
                new Microphone(
                    text(found.label()), text(found.problem()), Boolean.TRUE.equals(found.heard())))
        .orElseGet(() -> new Microphone("", "", false));
  }

  Speaker toSpeaker() {
    return Optional.ofNullable(speaker)
        .map(found -> new Speaker(text(found.label()), text(found.result())))
        .orElseGet(() -> new Speaker("", ""));
  }

  private static String text(String given) {
    return Optional.ofNullable(given).orElse("");
  }

  private static int number(Double given) {
    return given == null ? 0 : (int) Math.max(0, Math.min(LARGEST, given));
  }
}
