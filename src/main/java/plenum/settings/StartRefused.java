package plenum.settings;

import java.util.Optional;

/**
 * Plenum cannot start, and somebody has to mend something; the message is one sentence, or two,
 * that says what.
 */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartRefused(String sentence) {
    super(sentence, null, false, false);
  }

  /** Why a failure is no defect, if it is none: the container wraps what its beans throw. */
  public static Optional<StartRefused> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }
}
