package plenum.chat.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which side of a picture is up, as Exif tells it (CIPA DC-008, 4.6.5): from 1, upright, to 8; from
 * 5 on the picture lies on its side.
 *
 * @param number as it is written
 */
record Orientation(int number) {

  static final Orientation UPRIGHT = new Orientation(1);

  private static final int MOST = 8;
  private static final int LYING = 5;
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;
  private static final int FIRST_DIRECTORY = 8;

  /** What Exif says of it, in a TIFF structure; upright where that says nothing, or is odd. */
  static Orientation of(byte[] tiff) {
    if (tiff.length < FIRST_DIRECTORY) {
      return UPRIGHT;
    }
    ByteBuffer bytes = ByteBuffer.wrap(tiff);
    if (tiff[0] == 'I' && tiff[1] == 'I') {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
    } else if (tiff[0] != 'M' || tiff[1] != 'M') {
      return UPRIGHT;
    }
    return inDirectory(bytes, bytes.getInt(4));
  }

  private static Orientation inDirectory(ByteBuffer bytes, int at) {
    if (at < FIRST_DIRECTORY || at > bytes.limit() - 2) {
      return UPRIGHT;
    }
    int entries = bytes.getChar(at);
    for (int i = 0; i < entries; i++) {
      int entry = at + 2 + i * ENTRY;
      if (entry > bytes.limit() - ENTRY) {
        return UPRIGHT;
      }
      if (bytes.getChar(entry) == TAG && bytes.getChar(entry + 2) == SHORT) {
        int number = bytes.getChar(entry + 8);
        return number >= 1 && number <= MOST ? new Orientation(number) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  boolean isUpright() {
    return number == UPRIGHT.number;
  }

  /** How large pages show a picture of this size. */
  Dimensions turned(Dimensions stored) {
    return number < LYING ? stored : new Dimensions(stored.height(), stored.width());
  }

  /** A TIFF structure that says this and nothing else. */
  byte[] tiff() {
    return ByteBuffer.allocate(26)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(FIRST_DIRECTORY)
        .putChar((char) 1)
        .putChar((char) TAG)
        .putChar((char) SHORT)
        .putInt(1)
        .putChar((char) number)
        .putChar((char) 0)
        .putInt(0)
        .array();
  }
}
