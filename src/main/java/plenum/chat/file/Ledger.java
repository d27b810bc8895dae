package plenum.chat.file;

import java.util.HashMap;
import java.util.Map;
import plenum.chat.file.FileRefused.Reason;
import plenum.identity.PersonId;
import plenum.settings.FileSettings;

/** How much there is of files, those included that are still coming, by rooms and people. */
final class Ledger {

  /** What somebody has, or all have. */
  private record Sum(long bytes, int count) {

    private static final Sum NONE = new Sum(0, 0);

    Sum plus(long more, int files) {
      return new Sum(bytes + more, count + files);
    }

    boolean takes(long more, long mostBytes, int mostCount) {
      return bytes + more <= mostBytes && count < mostCount;
    }
  }

  private final Map<String, Sum> byRoom = new HashMap<>();
  private final Map<PersonId, Sum> byPerson = new HashMap<>();
  private Sum site = Sum.NONE;

  /**
   * @throws FileRefused {@code FILES_FULL} when one more of this length is too much
   */
  void require(PersonId person, String room, long bytes, FileSettings limits) {
    refuse(
        of(byRoom, room).takes(bytes, limits.roomBytes(), limits.roomCount()), "files-full.room");
    refuse(
        of(byPerson, person).takes(bytes, limits.personBytes(), Integer.MAX_VALUE),
        "files-full.person");
    refuse(site.takes(bytes, limits.siteBytes(), limits.siteCount()), "files-full.site");
  }

  private static void refuse(boolean fits, String key) {
    if (!fits) {
      throw new FileRefused(Reason.FILES_FULL, key);
    }
  }

  void add(PersonId person, String room, long bytes) {
    change(person, room, bytes, 1);
  }

  void remove(PersonId person, String room, long bytes) {
    change(person, room, -bytes, -1);
  }

  private void change(PersonId person, String room, long bytes, int files) {
    site = site.plus(bytes, files);
    change(byRoom, room, bytes, files);
    change(byPerson, person, bytes, files);
  }

  private static <K> void change(Map<K, Sum> sums, K key, long bytes, int files) {
    Sum sum = of(sums, key).plus(bytes, files);
    if (sum.count() == 0) {
      sums.remove(key);
    } else {
      sums.put(key, sum);
    }
  }

  private static <K> Sum of(Map<K, Sum> sums, K key) {
    return sums.getOrDefault(key, Sum.NONE);
  }

  /** Bytes of all files. */
  long bytes() {
    return site.bytes();
  }

  /** All files. */
  int count() {
    return site.count();
  }
}
