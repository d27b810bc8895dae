package plenum.room;

/**
 * What a member's devices do, as the page says.
 *
 * @param camera whether there is a camera to use
 * @param microphone whether there is a microphone to use
 * @param cameraOff whether the person switched it off
 * @param muted whether the person switched it off
 */
public record Devices(boolean camera, boolean microphone, boolean cameraOff, boolean muted) {

  /** Somebody who only watches and listens. */
  public static final Devices NONE = new Devices(false, false, false, false);
}
