package plenum.webhook;

/**
 * What a receiver said.
 *
 * @param status of HTTP; 0 when there was no answer
 * @param line its first line, or why there was none
 */
record Answer(int status, String line) {

  /** No answer. */
  static Answer none(String why) {
    return new Answer(0, why);
  }

  /** Any other than these is tried again, a redirection, too: none is followed. */
  boolean isGood() {
    return status >= 200 && status < 300;
  }
}
