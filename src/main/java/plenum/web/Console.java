package plenum.web;

import java.nio.charset.Charset;
import java.util.Optional;

/** What is known of where the log is printed. */
final class Console {

  private static final String BLOCKS = "█▀▄";

  private Console() {}

  /** How it can show a QR code. */
  static QrText.Look look() {
    return look(isTerminal() && isColoured(), Charset.defaultCharset());
  }

  static QrText.Look look(boolean coloured, Charset charset) {
    boolean blocks = charset.canEncode() && charset.newEncoder().canEncode(BLOCKS);
    if (coloured) {
      return blocks ? QrText.Look.COLOURED_BLOCKS : QrText.Look.COLOURED_SPACES;
    }
    return blocks ? QrText.Look.BLOCKS : QrText.Look.NONE;
  }

  private static boolean isColoured() {
    String terminal = Optional.ofNullable(System.getenv("TERM")).orElse("dumb");
    return !terminal.equals("dumb") || System.getenv("WT_SESSION") != null;
  }

  /** From Java 22 on there is a console without a terminal as well, which says so. */
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before) {
      return true;
    }
  }
}
