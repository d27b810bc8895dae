package plenum.chat.file;

import java.io.IOException;
import java.util.Set;

/**
 * Finds what a GIF tells beside its picture (GIF89a): comments, and what applications put into it,
 * unless it says how often a picture moves or how its colours are meant; and what follows its end.
 */
final class GifTraces {

  private static final Set<String> NEEDED = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

  private static final int HEADER = 6;
  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int END = 0x3B;
  private static final int COMMENT = 0xFE;
  private static final int APPLICATION = 0xFF;
  private static final int NAME = 11;

  private final PictureBytes bytes;
  private final Traces traces;

  GifTraces(PictureBytes bytes, Traces traces) {
    this.bytes = bytes;
    this.traces = traces;
  }

  /**
   * What is odd between two blocks stays as it is from there on; one that breaks off stays so.
   *
   * @throws java.io.EOFException when it breaks off within a header
   */
  void find() throws IOException {
    bytes.goTo(HEADER + 4);
    colours();
    boolean more = true;
    while (more && bytes.left() > 1) {
      more = block();
    }
  }

  /** A table of colours, whose size the byte at hand tells, if there is one. */
  private void colours() throws IOException {
    int packed = bytes.next();
    bytes.skip(2);
    skipTable(packed);
  }

  private void skipTable(int packed) throws IOException {
    if ((packed & 0x80) != 0) {
      bytes.skip(3L << (packed & 7) + 1);
    }
  }

  private boolean block() throws IOException {
    int kind = bytes.next();
    if (kind == EXTENSION) {
      extension();
    } else if (kind == IMAGE) {
      bytes.skip(8);
      skipTable(bytes.next());
      bytes.skip(1);
      parts();
    } else if (kind == END) {
      traces.leaveOut(bytes.at(), bytes.left());
    }
    return kind == EXTENSION || kind == IMAGE;
  }

  private void extension() throws IOException {
    long at = bytes.at() - 1;
    int label = bytes.next();
    long content = bytes.at();
    boolean named = label == APPLICATION && bytes.next() == NAME;
    boolean needed = named && NEEDED.contains(bytes.text(NAME));
    bytes.goTo(content);
    parts();
    if (label == COMMENT || label == APPLICATION && !needed) {
      traces.leaveOut(at, bytes.at() - at);
    }
  }

  /** Goes behind the last of some parts, each of which begins with its length, or to the end. */
  private void parts() throws IOException {
    while (bytes.left() > 0) {
      int length = bytes.next();
      if (length == 0) {
        return;
      }
      bytes.skip(Math.min(length, bytes.left()));
    }
  }
}
