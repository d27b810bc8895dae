package plenum.admin.rest;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a list of what is there at the moment tells of each line: the components of a record. */
record LiveColumns<T extends Record>(Class<T> kind) {

  List<String> names() {
    return components().map(RecordComponent::getName).toList();
  }

  private Stream<RecordComponent> components() {
    return Arrays.stream(kind.getRecordComponents());
  }

  /** What is known of one, by the columns' names. */
  Map<String, Object> line(T one) {
    Map<String, Object> line = new LinkedHashMap<>();
    components()
        .forEach(
            component ->
                known(value(component, one))
                    .ifPresent(value -> line.put(component.getName(), value)));
    return line;
  }

  private static Object value(RecordComponent component, Record one) {
    try {
      return component.getAccessor().invoke(one);
    } catch (ReflectiveOperationException never) {
      throw new IllegalStateException(never);
    }
  }

  private static Optional<?> known(Object value) {
    if (value instanceof OptionalInt number) {
      return number.stream().boxed().findFirst();
    }
    return value instanceof Optional<?> maybe ? maybe : Optional.of(value);
  }

  /**
   * Those whose columns contain what they are filtered by, whatever the case.
   *
   * @param filters by column
   */
  Predicate<T> filter(Map<String, String> filters) {
    return one -> {
      Map<String, Object> line = filters.isEmpty() ? Map.of() : line(one);
      return filters.entrySet().stream()
          .allMatch(filter -> has(line.getOrDefault(filter.getKey(), ""), filter.getValue()));
    };
  }

  private static boolean has(Object value, String part) {
    String text = value.toString().toLowerCase(Locale.ROOT);
    return text.contains(part.strip().toLowerCase(Locale.ROOT));
  }
}
