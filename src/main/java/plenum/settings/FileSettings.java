package plenum.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people may send of files in a chat, and how much of them is kept, {@code
 * plenum.chat.files.*}; explained in {@code docs/operations/settings.md}.
 *
 * @param permitted whether they may at all
 * @param types what they may send
 * @param bytes of one file
 * @param roomBytes of all files of one room or call
 * @param roomCount files of one room or call
 * @param siteBytes of all files
 * @param siteCount files
 * @param personBytes of all files that one person sent
 * @param uploads that one person has under way at once
 * @param unfinished how long an upload is waited for that does not go on
 * @param freeBytes of the disk that are left to others
 */
public record FileSettings(
    boolean permitted,
    Set<FileType> types,
    long bytes,
    long roomBytes,
    int roomCount,
    long siteBytes,
    int siteCount,
    long personBytes,
    int uploads,
    Duration unfinished,
    long freeBytes) {

  private static final long MEGABYTE = 1_000_000;
  private static final String TYPES = "plenum.chat.files.types";

  public FileSettings {
    types = Set.copyOf(types);
  }

  static FileSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new FileSettings(
        source.flag("plenum.chat.files.permitted"),
        types(source),
        megabytes(source, "plenum.chat.files.megabytes", 1, 1_000),
        megabytes(source, "plenum.chat.files.room-megabytes", 1, 1_000_000),
        source.number("plenum.chat.files.room-count", 1, 100_000),
        megabytes(source, "plenum.chat.files.site-megabytes", 1, 100_000_000),
        source.number("plenum.chat.files.site-count", 1, 10_000_000),
        megabytes(source, "plenum.chat.files.person-megabytes", 1, 1_000_000),
        source.number("plenum.chat.files.uploads", 1, 100),
        source.duration("plenum.chat.files.unfinished", Duration.ofSeconds(1), Duration.ofDays(1)),
        megabytes(source, "plenum.chat.files.free-megabytes", 0, 100_000_000));
  }

  private static long megabytes(SettingsSource source, String name, int least, int most) {
    return source.number(name, least, most) * MEGABYTE;
  }

  private static Set<FileType> types(SettingsSource source) {
    List<String> given = source.list(TYPES);
    Set<FileType> types = EnumSet.noneOf(FileType.class);
    for (String name : given) {
      types.add(
          FileType.named(name)
              .orElseThrow(() -> new InvalidSetting(TYPES, name, "some of " + all())));
    }
    return types;
  }

  private static String all() {
    return Arrays.stream(FileType.values())
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
