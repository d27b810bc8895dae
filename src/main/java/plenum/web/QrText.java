package plenum.web;

import io.nayuki.qrcodegen.QrCode;

/** A QR code of text, for a console; a phone scans it from the screen. */
final class QrText {

  /** What a console can show. */
  enum Look {
    /** Colours and block characters: right on a dark and on a light ground. */
    COLOURED_BLOCKS,
    /** Colours alone, twice as large, where the characters are not there. */
    COLOURED_SPACES,
    /** Block characters alone: right on a dark ground, as in most logs. */
    BLOCKS,
    /** Neither: there is no code. */
    NONE
  }

  /** Modules around it, as its standard wants. */
  private static final int MARGIN = 4;

  private static final String WHITE_ON_BLACK = "\u001b[97;40m";
  private static final String WHITE = "\u001b[107m  ";
  private static final String BLACK = "\u001b[40m  ";
  private static final String RESET = "\u001b[0m";

  private final QrCode code;

  private QrText(QrCode code) {
    this.code = code;
  }

  /** Lines, or nothing. */
  static String of(String text, Look look) {
    if (look == Look.NONE) {
      return "";
    }
    QrText code = new QrText(QrCode.encodeText(text, QrCode.Ecc.LOW));
    return switch (look) {
      case COLOURED_BLOCKS -> code.blocks(WHITE_ON_BLACK, RESET);
      case COLOURED_SPACES -> code.spaces();
      default -> code.blocks("", "");
    };
  }

  /** Two rows of modules in a line of characters. */
  private String blocks(String before, String after) {
    StringBuilder text = new StringBuilder();
    for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
      text.append(before);
      for (int x = -MARGIN; x < code.size + MARGIN; x++) {
        text.append(block(isLight(x, y), isLight(x, y + 1)));
      }
      text.append(after).append('\n');
    }
    return text.toString();
  }

  private static char block(boolean above, boolean below) {
    if (above) {
      return below ? '█' : '▀';
    }
    return below ? '▄' : ' ';
  }

  private String spaces() {
    StringBuilder text = new StringBuilder();
    for (int y = -MARGIN; y < code.size + MARGIN; y++) {
      for (int x = -MARGIN; x < code.size + MARGIN; x++) {
        text.append(isLight(x, y) ? WHITE : BLACK);
      }
      text.append(RESET).append('\n');
    }
    return text.toString();
  }

  /** Also around the code; the last row of characters may reach one row below its margin. */
  private boolean isLight(int x, int y) {
    return y < code.size + MARGIN && !code.getModule(x, y);
  }
}
