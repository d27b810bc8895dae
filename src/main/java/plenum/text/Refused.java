package plenum.text;

import java.util.Locale;
import java.util.Objects;

/**
 * A request that cannot be served, and changed nothing: every feature's refusals are of this kind,
 * so that each door answers all of them in one place.
 */
public abstract class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Enum<?> reason;
  private final int status;
  private final transient Sentence sentence;

  /**
   * @param reason its name, in lower case and with hyphens, is the code
   * @param status the status that an HTTP door answers with
   */
  protected Refused(Enum<?> reason, int status, Sentence sentence) {
    super(null, null, false, false);
    this.reason = Objects.requireNonNull(reason, "a refusal has a reason");
    this.status = status;
    this.sentence = Objects.requireNonNull(sentence, "a refusal is told in a sentence");
  }

  /** Names the reason for programs, as {@code docs/protocol.md} and {@code docs/media.md} do. */
  public String code() {
    return codeOf(reason);
  }

  /** The code by which pages tell refusals apart, where that is coarser than {@link #code}. */
  public String pageCode() {
    return code();
  }

  /** The status that an HTTP door answers with. */
  public final int status() {
    return status;
  }

  /** What a person is told; holds no secret. */
  public final Sentence sentence() {
    return sentence;
  }

  /** The sentence in English, for logs. */
  @Override
  public final String getMessage() {
    return Texts.of(Locale.ENGLISH).say(sentence);
  }

  /** A constant's name as messages write it: {@code ROOM_FULL} is {@code room-full}. */
  public static String codeOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
