package plenum.database.records;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plenum.database.Database;
import plenum.text.Storable;

/** Reads lists of what is kept. Every method waits for the database. */
@ApplicationScoped
public class RecordLists {

  private static final String WILD = "[%_!]";

  private Database database;

  /** For the container's proxy only. */
  protected RecordLists() {}

  @Inject
  public RecordLists(Database database) {
    this.database = database;
  }

  /**
   * A part of a list.
   *
   * @throws plenum.records.RecordsRefused {@code RECORDS_UNAVAILABLE} when it does not answer
   */
  public RecordPage page(RecordTable table, RecordQuery query) {
    return database.ask(
        manager ->
            isFoundAtOnce(table, query)
                ? page(manager, table, query)
                : filtered(manager, table, query));
  }

  /** Where nothing is filtered but words: many lines have one, and to count them costs little. */
  private static boolean isFoundAtOnce(RecordTable table, RecordQuery query) {
    return query.filters().entrySet().stream()
        .allMatch(
            filter ->
                table
                    .column(filter.getKey())
                    .flatMap(RecordColumn::words)
                    .filter(words -> words.isWhole(filter.getValue()))
                    .isPresent());
  }

  /** How many there are is known without looking at them. */
  private RecordPage page(EntityManager manager, RecordTable table, RecordQuery query) {
    long total = total(manager, table, query);
    boolean none = total <= query.from();
    return new RecordPage(total, none ? List.of() : lines(manager, table, query));
  }

  /** All are looked at to know which they are: they are counted meanwhile, not once more. */
  private RecordPage filtered(EntityManager manager, RecordTable table, RecordQuery query) {
    List<Object> values = new ArrayList<>();
    String sql = keys(table, query, values, ", count(*) over ()");
    List<?> keys = filled(manager, sql, values).getResultList();
    if (keys.isEmpty()) {
      boolean none = query.from() == 0;
      return new RecordPage(none ? 0 : total(manager, table, query), List.of());
    }
    List<Object> ids = keys.stream().map(key -> ((Object[]) key)[0]).toList();
    long total = ((Number) ((Object[]) keys.get(0))[1]).longValue();
    String wanted =
        IntStream.rangeClosed(1, ids.size()).mapToObj(i -> "?" + i).collect(joining(", "));
    return new RecordPage(total, lines(manager, table, query, wanted, ids));
  }

  /**
   * The lines of a part of a list, without how many there are.
   *
   * @throws plenum.records.RecordsRefused {@code RECORDS_UNAVAILABLE} when it does not answer
   */
  public List<Map<String, Object>> lines(RecordTable table, RecordQuery query) {
    return database.ask(manager -> lines(manager, table, query));
  }

  private long total(EntityManager manager, RecordTable table, RecordQuery query) {
    List<Object> values = new ArrayList<>();
    String where = where(table, query, values);
    String sql = "select count(*) from " + table.from() + where;
    return ((Number) filled(manager, sql, values).getSingleResult()).longValue();
  }

  /** What completes the lines, where they are in the order of it. */
  private static String joined(RecordTable table, String order) {
    return order.contains("coalesce(o.") ? table.joined() : "";
  }

  /**
   * The lines after one that was told before, in the list's own order, which others that come
   * meanwhile do not move.
   *
   * @param last the one that was told before; empty for the beginning
   * @throws plenum.records.RecordsRefused {@code RECORDS_UNAVAILABLE} when it does not answer
   */
  public List<PlacedLine> after(
      RecordTable table, Map<String, String> filters, Optional<RecordPosition> last, int size) {
    RecordQuery query = new RecordQuery(Optional.empty(), false, filters, 0, size);
    return database.ask(manager -> after(manager, table, query, last));
  }

  private List<PlacedLine> after(
      EntityManager manager, RecordTable table, RecordQuery query, Optional<RecordPosition> last) {
    List<Object> values = new ArrayList<>();
    String where = where(table, query, values);
    String after = last.map(position -> after(table, position, values)).orElse("");
    String glue = after.isEmpty() ? "" : where.isEmpty() ? " where " : " and ";
    String sql = select(table, table.key()) + where + glue + after + order(table, query);
    List<?> rows = filled(manager, sql, values).setMaxResults(query.size()).getResultList();
    return rows.stream().map(row -> placed(table, (Object[]) row)).toList();
  }

  private String after(RecordTable table, RecordPosition last, List<Object> values) {
    values.add(table.newestFirst() ? Long.valueOf(last.first()) : last.first());
    values.add(last.id());
    return "(%1$s %2$s= ?%4$d and (%1$s %2$s ?%4$d or %3$s %2$s ?%5$d))"
        .formatted(
            first(table),
            table.newestFirst() ? "<" : ">",
            key(table),
            values.size() - 1,
            values.size());
  }

  private String first(RecordTable table) {
    RecordColumn first = table.columns().get(0);
    return first.kind() == RecordColumn.Kind.TEXT
        ? database.comparison().exactly(first.sql())
        : first.sql();
  }

  private String key(RecordTable table) {
    return database.comparison().exactly(table.key());
  }

  private static PlacedLine placed(RecordTable table, Object[] values) {
    String id = values[values.length - 1].toString();
    return new PlacedLine(line(table, values), new RecordPosition(values[0].toString(), id));
  }

  private static String select(RecordTable table, String... more) {
    String columns =
        Stream.concat(table.columns().stream().map(RecordColumn::sql), Stream.of(more))
            .collect(joining(", "));
    return "select " + columns + " from " + table.from() + table.joined();
  }

  private List<Map<String, Object>> lines(
      EntityManager manager, RecordTable table, RecordQuery query) {
    List<Object> values = new ArrayList<>();
    return lines(manager, table, query, keys(table, query, values, ""), values);
  }

  /** Those of these keys. */
  private List<Map<String, Object>> lines(
      EntityManager manager,
      RecordTable table,
      RecordQuery query,
      String keys,
      List<Object> values) {
    String which = " where " + table.key() + " in (" + keys + ")" + order(table, query);
    List<?> rows = filled(manager, select(table) + which, values).getResultList();
    return rows.stream().map(row -> line(table, (Object[]) row)).toList();
  }

  /** What is sorted is the keys alone: the database holds all of them at once to do so. */
  private String keys(RecordTable table, RecordQuery query, List<Object> values, String more) {
    String order = order(table, query);
    String from = table.from() + joined(table, order) + where(table, query, values);
    return "select %s%s from %s%s offset %d rows fetch first %d rows only"
        .formatted(table.key(), more, from, order, query.from(), query.size());
  }

  private static Query filled(EntityManager manager, String sql, List<Object> values) {
    Query filled = manager.createNativeQuery(sql);
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      filled.setParameter(i + 1, value instanceof String text ? Storable.of(text) : value);
    }
    return filled;
  }

  private String where(RecordTable table, RecordQuery query, List<Object> values) {
    List<String> conditions = new ArrayList<>();
    if (!table.only().isEmpty()) {
      conditions.add(table.only());
    }
    narrow(table, query.scope(), values, conditions);
    query
        .filters()
        .forEach(
            (name, text) ->
                table
                    .column(name)
                    .filter(column -> column.isFiltered() && !text.isBlank())
                    .ifPresent(column -> conditions.add(filter(table, column, query, values))));
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** A word that is all a line has is found by itself, not in a longer one. */
  private String filter(
      RecordTable table, RecordColumn column, RecordQuery query, List<Object> values) {
    String text = query.filters().get(column.name());
    if (column.kind() == RecordColumn.Kind.TIME) {
      return during(column, text, values);
    }
    if (column.words().filter(words -> words.isWhole(text)).isPresent()) {
      return column.sql() + " = " + place(text, values);
    }
    String like =
        database.comparison().regardlessOfCase("%s")
            + " like "
            + place("%" + literal(text) + "%", values)
            + " escape '!'";
    List<String> meant = query.meant().getOrDefault(column.name(), List.of());
    return meant.isEmpty()
        ? table.filter(column, like)
        : meant.stream()
            .map(word -> place(word, values))
            .collect(
                joining(
                    ", ",
                    "(" + table.filter(column, like) + " or " + column.sql() + " in (",
                    "))"));
  }

  /** No moment is in what is no day. */
  private static String during(RecordColumn column, String text, List<Object> values) {
    return Days.of(text, ZoneId.systemDefault())
        .map(
            days ->
                "(%1$s >= %2$s and %1$s < %3$s)"
                    .formatted(
                        column.sql(),
                        place(days.from().toEpochMilli(), values),
                        place(days.until().toEpochMilli(), values)))
        .orElse("1 = 0");
  }

  private static String place(Object value, List<Object> values) {
    values.add(value);
    return "?" + values.size();
  }

  private void narrow(
      RecordTable table, RecordScope scope, List<Object> values, List<String> conditions) {
    scope
        .exact()
        .forEach(
            (name, text) ->
                table.column(name).ifPresent(column -> add(column, "=", text, values, conditions)));
    RecordColumn first = table.columns().get(0);
    if (first.kind() == RecordColumn.Kind.TIME) {
      scope.from().ifPresent(at -> add(first, ">=", at.toEpochMilli(), values, conditions));
      scope.until().ifPresent(at -> add(first, "<", at.toEpochMilli(), values, conditions));
    }
  }

  private void add(
      RecordColumn column,
      String comparison,
      Object value,
      List<Object> values,
      List<String> conditions) {
    values.add(value);
    conditions.add("%s %s ?%d".formatted(column.sql(), comparison, values.size()));
  }

  private static String literal(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll(WILD, "!$0");
  }

  private String order(RecordTable table, RecordQuery query) {
    Optional<RecordColumn> wanted = query.sort().flatMap(table::column);
    RecordColumn column = wanted.orElse(table.columns().get(0));
    boolean ascending = wanted.isPresent() ? query.ascending() : !table.newestFirst();
    String direction = ascending ? "" : " desc";
    if (column.equals(table.columns().get(0))) {
      return Stream.of(table.common(), first(table), key(table))
          .filter(sql -> !sql.isEmpty())
          .map(sql -> sql + direction)
          .collect(joining(", ", " order by ", ""));
    }
    String by = compared(column);
    // Of what is not there, each database has an opinion of its own.
    String missing = ascending ? " nulls first" : " nulls last";
    return " order by " + by + direction + missing + ", " + own(table);
  }

  /** The list's own order, which those have that are alike in what they are sorted by. */
  private String own(RecordTable table) {
    String direction = table.newestFirst() ? " desc" : "";
    return first(table) + direction + ", " + key(table) + direction;
  }

  /** Words that are all known are of one case. */
  private String compared(RecordColumn column) {
    if (column.kind() != RecordColumn.Kind.TEXT) {
      return column.sql();
    }
    return column.words().filter(set -> !set.words().isEmpty()).isPresent()
        ? database.comparison().exactly(column.sql())
        : database.comparison().regardlessOfCase(column.sql());
  }

  private static Map<String, Object> line(RecordTable table, Object[] values) {
    Map<String, Object> line = new LinkedHashMap<>();
    for (int i = 0; i < table.columns().size(); i++) {
      if (values[i] != null) {
        RecordColumn column = table.columns().get(i);
        line.put(column.name(), read(column.kind(), values[i]));
      }
    }
    return line;
  }

  private static Object read(RecordColumn.Kind kind, Object value) {
    return switch (kind) {
      case TIME -> Instant.ofEpochMilli(((Number) value).longValue());
      case DURATION -> Duration.ofMillis(((Number) value).longValue());
      case NUMBER -> ((Number) value).longValue();
      case TEXT, FLAG -> value;
    };
  }
}
