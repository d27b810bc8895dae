package plenum.admin.rest;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A list of what is there at the moment: those lines whose columns contain what they are filtered
 * by, whatever the case. The components of the record are the columns.
 *
 * @param filters by column; of what is no column nothing is asked
 */
record LiveExport<T extends Record>(Class<T> kind, Stream<T> all, Map<String, String> filters)
    implements ExportFile.Source {

  /** As a file of this name. */
  ExportFile file(String name) {
    return new ExportFile(name, columns(), this);
  }

  private List<String> columns() {
    return components().map(RecordComponent::getName).toList();
  }

  private Stream<RecordComponent> components() {
    return Arrays.stream(kind.getRecordComponents());
  }

  @Override
  public void tell(ExportFile.Lines lines) throws IOException {
    lines.take(all.map(this::line).filter(this::wanted).toList());
  }

  private Map<String, Object> line(T one) {
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

  private boolean wanted(Map<String, Object> line) {
    return columns().stream()
        .filter(filters::containsKey)
        .allMatch(name -> has(line.getOrDefault(name, ""), filters.get(name)));
  }

  private static boolean has(Object value, String part) {
    String text = value.toString().toLowerCase(Locale.ROOT);
    return text.contains(part.strip().toLowerCase(Locale.ROOT));
  }
}
