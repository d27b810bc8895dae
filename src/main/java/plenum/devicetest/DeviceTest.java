package plenum.devicetest;

import java.time.Instant;
import java.util.Objects;
import plenum.identity.PersonId;

/**
 * What one test found.
 *
 * @param name how the person was called then; empty for somebody without a name yet
 * @param at when, in milliseconds
 * @param browser what the browser called itself
 */
public record DeviceTest(
    PersonId person,
    String name,
    Instant at,
    String browser,
    Camera camera,
    Microphone microphone,
    Speaker speaker) {

  /** The longest text that is kept, in characters. */
  static final int LONGEST = 200;

  /**
   * The camera.
   *
   * @param label as the browser shows it; empty when none was opened
   * @param problem why it cannot be used, as the page names it, such as {@code busy}; empty when it
   *     can
   * @param width of what it delivers, in pixels; 0 when nothing is known
   * @param frameRate in pictures a second
   */
  public record Camera(String label, String problem, int width, int height, int frameRate) {
    public Camera {
      label = shortened(label);
      problem = shortened(problem);
    }
  }

  /**
   * The microphone.
   *
   * @param heard whether it was as loud as somebody who speaks
   */
  public record Microphone(String label, String problem, boolean heard) {
    public Microphone {
      label = shortened(label);
      problem = shortened(problem);
    }
  }

  /**
   * What sound comes from.
   *
   * @param label of the one that was chosen; empty for the browser's own choice
   * @param result of the test sound: {@code played}, {@code failed}, or empty
   */
  public record Speaker(String label, String result) {
    public Speaker {
      label = shortened(label);
      result = shortened(result);
    }
  }

  public DeviceTest {
    Objects.requireNonNull(person, "somebody tests");
    name = shortened(name);
    at = Instant.ofEpochMilli(at.toEpochMilli());
    browser = shortened(browser);
    Objects.requireNonNull(camera, "no camera has no label");
    Objects.requireNonNull(microphone, "no microphone has no label");
    Objects.requireNonNull(speaker, "no speaker has no label");
  }

  private static String shortened(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    if (plain.length() <= LONGEST) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return plain.substring(0, end);
  }
}
