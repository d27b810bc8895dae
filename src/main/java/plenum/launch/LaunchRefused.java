package plenum.launch;

/** Plenum cannot start; the message is one sentence that says why. */
final class LaunchRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LaunchRefused(String sentence) {
    super(sentence, null, false, false);
  }
}
