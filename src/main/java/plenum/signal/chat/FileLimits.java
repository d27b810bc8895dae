package plenum.signal.chat;

import java.util.List;
import java.util.Optional;
import plenum.chat.file.Types;
import plenum.settings.FileSettings;

/**
 * What people may send of files.
 *
 * @param bytes of one
 * @param extensions how their names may end, in lower case
 */
public record FileLimits(long bytes, List<String> extensions) {

  /** Empty where none may be sent. */
  static Optional<FileLimits> of(FileSettings settings) {
    return Optional.of(settings)
        .filter(FileSettings::permitted)
        .map(site -> new FileLimits(site.bytes(), Types.extensions(site).toList()));
  }
}
