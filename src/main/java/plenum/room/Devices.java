package plenum.room;

/**
 * What a member's devices do, as the page says.
 *
 * @param camera whether there is a camera to use
 * @param microphone whether there is a microphone to use
 * @param cameraOff whether the person switched it off
 * @param muted whether the person switched it off
 * @param cameraBlocked whether it gives nothing since its own switch or the system holds it back
 * @param microphoneBlocked whether it gives nothing since its own switch or the system holds it
 *     back
 */
public record Devices(
    boolean camera,
    boolean microphone,
    boolean cameraOff,
    boolean muted,
    boolean cameraBlocked,
    boolean microphoneBlocked) {

  /** Somebody who only watches and listens. */
  public static final Devices NONE = of(false, false, false, false);

  /** Devices that nothing holds back. */
  public static Devices of(boolean camera, boolean microphone, boolean cameraOff, boolean muted) {
    return new Devices(camera, microphone, cameraOff, muted, false, false);
  }

  /** Whether others can hear anything of the microphone. */
  boolean isHeard() {
    return microphone && !muted && !microphoneBlocked;
  }
}
