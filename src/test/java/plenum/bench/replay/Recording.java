package plenum.bench.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture in three sizes, from the largest on, as pages send it, and two sounds: somebody who
 * talks without a pause, and an open microphone in a quiet room.
 */
public record Recording(List<RecordedTrack> sizes, RecordedTrack voice, RecordedTrack quiet) {

  public Recording {
    sizes = List.copyOf(sizes);
  }

  /**
   * The one that is kept in a folder, or else a new one from the Chromium of this machine, which
   * takes a minute or two.
   *
   * @param codec of the picture, {@code VP8} or {@code H264}
   */
  public static Recording in(Path folder, String codec) throws IOException, InterruptedException {
    Path file = folder.resolve("recording-" + codec.toLowerCase(Locale.ROOT) + ".rtp");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "recording", ".part");
      RecordingStudio.record(Coding.valueOf(codec)).write(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return read(file);
  }

  /** What is in it, in words. */
  public String description() {
    StringBuilder text = new StringBuilder();
    tracks().forEach(track -> text.append(text.isEmpty() ? "" : "; ").append(describe(track)));
    return text.toString();
  }

  private static String describe(RecordedTrack track) {
    return String.format(
        Locale.ROOT,
        "%s %.1f s, %.0f kbit/s, %.1f frames/s",
        track.coding().rtpName(),
        track.seconds(),
        track.kilobits(),
        track.framesPerSecond());
  }

  /** The same in the smallest size alone. */
  public Recording smallest() {
    return new Recording(sizes.subList(sizes.size() - 1, sizes.size()), voice, quiet);
  }

  Coding coding() {
    return sizes.get(0).coding();
  }

  private List<RecordedTrack> tracks() {
    List<RecordedTrack> all = new ArrayList<>(sizes);
    all.add(voice);
    all.add(quiet);
    return all;
  }

  void write(Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (RecordedTrack track : tracks()) {
        track.write(out);
      }
    }
  }

  static Recording read(Path file) {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      List<RecordedTrack> sizes = new ArrayList<>();
      for (int size = 0; size < Layer.values().length; size++) {
        sizes.add(RecordedTrack.read(in));
      }
      return new Recording(sizes, RecordedTrack.read(in), RecordedTrack.read(in));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
