package plenum.presence;

/**
 * Whether and how somebody could be talked to.
 *
 * @param camera whether there is a camera to use
 * @param microphone whether there is a microphone to use
 * @param away whether nobody is at the screen
 */
public record Availability(boolean camera, boolean microphone, boolean away) {

  /** Of somebody who has not said anything. */
  public static final Availability UNKNOWN = new Availability(false, false, false);

  Availability atTheScreen() {
    return new Availability(camera, microphone, false);
  }
}
