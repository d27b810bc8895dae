package plenum.admin.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import plenum.http.RequestRefused;

/**
 * Which part of a list is wanted: so many after a line that was told before. What comes or goes
 * meanwhile neither repeats a line nor leaves one out.
 *
 * @param limit from 1 to {@value #MOST}; what is more or less counts as that
 * @param after {@code next} of an earlier answer; empty for the first part
 */
record Paging(int limit, String after) {

  /** The longest part. */
  static final int MOST = 500;

  /**
   * A part.
   *
   * @param next by which the next one is asked for; empty when this is the last
   */
  record Part<T>(List<T> items, Optional<String> next) {}

  /** From 1 to {@value #MOST}, whatever was asked for. */
  int size() {
    return Math.max(1, Math.min(limit, MOST));
  }

  /**
   * The key of the last line that was told; empty for the first part.
   *
   * @throws RequestRefused {@code malformed-request} when it is none of ours
   */
  Optional<String> key() {
    if (after.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      throw foreign();
    }
  }

  static RequestRefused foreign() {
    return RequestRefused.malformed("malformed-request.cursor");
  }

  /** What a client sends back for what comes after this key. */
  static String cursor(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The part of a list that is in memory.
   *
   * @param key by which it is sorted; no two lines have the same
   */
  <T> Part<T> of(Stream<T> all, Function<T, String> key) {
    Optional<String> last = key();
    List<T> lines =
        all.filter(line -> last.isEmpty() || key.apply(line).compareTo(last.get()) > 0)
            .sorted(Comparator.comparing(key))
            .limit(size() + 1L)
            .toList();
    return of(lines, key);
  }

  /**
   * The part that these lines are.
   *
   * @param lines one more than {@link #size} when there are more
   */
  <T> Part<T> of(List<T> lines, Function<T, String> key) {
    if (lines.size() <= size()) {
      return new Part<>(lines, Optional.empty());
    }
    List<T> items = lines.subList(0, size());
    return new Part<>(items, Optional.of(cursor(key.apply(items.get(items.size() - 1)))));
  }
}
