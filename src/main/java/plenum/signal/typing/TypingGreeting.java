package plenum.signal.typing;

/** What a page is told about real-time text. */
public record TypingGreeting(Typing typing) {

  /**
   * The limits.
   *
   * @param line code points of one line
   */
  public record Typing(int line) {}
}
