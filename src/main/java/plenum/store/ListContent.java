package plenum.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What could be read of a {@link ListFile}.
 *
 * @param entries in their order
 * @param problems what is wrong with each of the others
 * @param <T> what an entry tells
 */
public record ListContent<T>(List<T> entries, List<String> problems) {

  private static final char NO_CHARACTER = '\uFFFD';

  public ListContent {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  static <T> ListContent<T> empty() {
    return new ListContent<>(List.of(), List.of());
  }

  static <T> ListContent<T> of(JsonArray array, ListFormat<T> format) {
    List<T> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      try {
        T entry = read(array.get(i), format);
        if (!Collections.disjoint(taken, format.keys(entry))) {
          throw new IllegalArgumentException("it is there already");
        }
        taken.addAll(format.keys(entry));
        entries.add(entry);
      } catch (RuntimeException bad) {
        problems.add("number %d: %s".formatted(i + 1, bad.getMessage()));
      }
    }
    return new ListContent<>(entries, problems);
  }

  private static <T> T read(JsonValue value, ListFormat<T> format) {
    if (!(value instanceof JsonObject members)) {
      throw new IllegalArgumentException("it is no object");
    }
    if (members.toString().indexOf(NO_CHARACTER) >= 0) {
      throw new IllegalArgumentException("it is not written in UTF-8");
    }
    return format.read(new Entry(members));
  }
}
