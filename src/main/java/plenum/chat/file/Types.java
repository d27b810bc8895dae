package plenum.chat.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.chat.file.FileRefused.Reason;
import plenum.settings.FileSettings;
import plenum.settings.FileType;

/** Decides which files are taken: by what is announced of them, and by what they are. */
public final class Types {

  private Types() {}

  /** How names may end, in the order of the types. */
  public static Stream<String> extensions(FileSettings limits) {
    return limits.types().stream()
        .sorted(Comparator.naturalOrder())
        .flatMap(type -> type.extensions().stream());
  }

  /** Refuses at the beginning what would be refused at the end. */
  static void require(FileSettings limits, FileName name, long bytes) {
    if (!limits.permitted()) {
      throw new FileRefused(Reason.FILES_NOT_PERMITTED, "files-not-permitted");
    }
    if (bytes < 1) {
      throw new FileRefused(Reason.FILE_INVALID, "file-invalid.empty");
    }
    if (bytes > limits.bytes()) {
      throw new FileRefused(Reason.FILE_TOO_LARGE, "file-too-large", limits.bytes() / 1_000_000);
    }
    if (extensions(limits).noneMatch(name.extension()::equals)) {
      throw new FileRefused(
          Reason.FILE_TYPE_REFUSED,
          "file-type-refused.name",
          extensions(limits).collect(Collectors.joining(", ")));
    }
  }

  /**
   * What a whole file is.
   *
   * @throws FileRefused when it is not what its name says, or of no type that is permitted
   */
  static Attachment attachment(FileSettings limits, FileId id, FileName name, Path file, long bytes)
      throws IOException {
    Optional<Content> found = Content.of(file);
    FileType type = found.map(Content::type).filter(limits.types()::contains).orElse(null);
    if (type == null || !type.extensions().contains(name.extension())) {
      throw refused(name);
    }
    return new Attachment(id, name, type, bytes, found.flatMap(Content::picture));
  }

  /**
   * What a picture tells beside itself.
   *
   * @throws FileRefused when that cannot be found out
   */
  static Traces traces(Attachment picture, Path file) throws IOException {
    return Traces.of(picture.type(), file).orElseThrow(() -> refused(picture.name()));
  }

  private static FileRefused refused(FileName name) {
    return new FileRefused(Reason.FILE_TYPE_REFUSED, "file-type-refused.content", name.value());
  }
}
