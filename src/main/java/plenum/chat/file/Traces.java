package plenum.chat.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plenum.settings.FileType;

/**
 * Where the file of a picture tells more than the picture: who took it, where, when and with what,
 * or what it was before it was cut. How its colours are meant stays, and which side is up.
 *
 * <p>It is told by what a picture needs, not by what is known to betray: whatever else is in the
 * file goes. The picture itself is not touched.
 */
final class Traces {

  /**
   * A part of the file, and what is there instead of it.
   *
   * @param instead nothing to leave it out
   */
  record Cut(long at, long length, byte[] instead) {

    private long end() {
      return at + length;
    }
  }

  /** So many parts a file has at most that are not beside each other; one with more is no photo. */
  private static final int MOST = 1_000;

  private static final byte[] NOTHING = {};

  private final List<Cut> cuts = new ArrayList<>();
  private Orientation orientation = Orientation.UPRIGHT;

  /**
   * Looks for them.
   *
   * @return empty when the file is not built as such a picture is
   */
  static Optional<Traces> of(FileType type, Path file) throws IOException {
    Traces traces = new Traces();
    try (FileChannel channel = FileChannel.open(file)) {
      PictureBytes bytes = new PictureBytes(channel);
      switch (type) {
        case JPEG -> new JpegTraces(bytes, traces).find();
        case PNG -> new PngTraces(bytes, traces).find();
        case WEBP -> new WebpTraces(bytes, traces).find();
        case GIF -> new GifTraces(bytes, traces).find();
        default -> {}
      }
    } catch (EOFException odd) {
      return Optional.empty();
    }
    return traces.cuts.size() > MOST ? Optional.empty() : Optional.of(traces);
  }

  /** What is to be cut, in the order in which it is in the file. */
  List<Cut> cuts() {
    return cuts.stream().sorted(Comparator.comparingLong(Cut::at)).toList();
  }

  /** By which pages turn the picture. */
  Orientation orientation() {
    return orientation;
  }

  void orientation(Orientation found) {
    orientation = found;
  }

  /** This part of the file goes. */
  void leaveOut(long at, long length) throws EOFException {
    int last = cuts.size() - 1;
    boolean beside = last >= 0 && cuts.get(last).end() == at && isLeftOut(cuts.get(last));
    if (length > 0 && beside) {
      cuts.set(last, new Cut(cuts.get(last).at(), cuts.get(last).length() + length, NOTHING));
    } else if (length > 0) {
      replace(at, length, NOTHING);
    }
  }

  private static boolean isLeftOut(Cut cut) {
    return cut.instead().length == 0;
  }

  /** Something else is there. */
  void replace(long at, long length, byte[] instead) throws EOFException {
    if (cuts.size() > MOST) {
      throw new EOFException("more parts than any photo has");
    }
    cuts.add(new Cut(at, length, instead));
  }
}
