package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.primefaces.model.LazyDataModel;
import plenum.database.records.RecordColumn;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordScope;
import plenum.database.records.RecordTable;
import plenum.web.Page;

/** The pages of records: who did what, who was where, who called whom, who can log in. */
@Named("records")
@RequestScoped
public class RecordsPage {

  /** Ids are for exports. */
  private static final Set<String> HIDDEN = Set.of("person", "with", "room");

  /** Columns that are links, and which column has the id of what they lead to. */
  private static final Map<String, String> LEADS =
      Map.of("name", "person", "login", "person", "withName", "with", "roomName", "room");

  /** A score is kept in tenths, a loss in tenths of a percent. */
  private static final Set<String> IN_TENTHS = Set.of("score", "receivedLost");

  private final Map<String, LazyDataModel<Map<String, Object>>> lines = new HashMap<>();

  @Inject RecordLists lists;
  @Inject Page page;
  @Inject Kept kept;
  @Inject Words words;

  /** A column, as a page shows it. */
  public static final class Column {

    private final RecordColumn column;
    private final boolean first;
    private final Map<String, String> choices;

    private Column(RecordColumn column, boolean first, Map<String, String> choices) {
      this.column = column;
      this.first = first;
      this.choices = choices;
    }

    public String getName() {
      return column.name();
    }

    /** The key of what stands above it. */
    public String getLabel() {
      return "page.admin.column." + column.name();
    }

    public boolean isTime() {
      return column.kind() == RecordColumn.Kind.TIME;
    }

    public boolean isNumber() {
      return column.kind() == RecordColumn.Kind.NUMBER;
    }

    /** Whether words of the reader's language stand in it. */
    public boolean isWord() {
      return column.words().isPresent();
    }

    /** Whether it says which browser somebody has, perhaps as that names itself. */
    public boolean isAgent() {
      return column.name().equals("browser");
    }

    public boolean isFiltered() {
      return column.isFiltered();
    }

    /** The key of what stands in its filter as long as nobody types. */
    public String getHint() {
      return isTime() ? "page.admin.filter.day" : "page.admin.filter";
    }

    /** What its filter lets choose from; empty where anything can be typed. */
    public Map<String, String> getChoices() {
      return choices;
    }

    /** How the lines are sorted by it as long as nobody sorts them, in PrimeFaces' words. */
    public String getOrder() {
      if (!first) {
        return "unsorted";
      }
      return isTime() ? "descending" : "ascending";
    }
  }

  /** The lines of a list, by its name. */
  public LazyDataModel<Map<String, Object>> lines(String list) {
    return lines.computeIfAbsent(
        list,
        name ->
            new RecordLines(
                lists,
                table(name),
                RecordScope.ALL,
                typed -> Words.meant(table(name), typed, page::getText),
                kept::fail));
  }

  /** What is shown of each. */
  public List<Column> columns(String list) {
    List<RecordColumn> all = table(list).columns();
    return all.stream()
        .filter(column -> !HIDDEN.contains(column.name()))
        .map(column -> new Column(column, column == all.get(0), choices(column)))
        .toList();
  }

  private Map<String, String> choices(RecordColumn column) {
    return column.words().map(words::menu).orElse(Map.of());
  }

  private static RecordTable table(String list) {
    return RecordTable.valueOf(list.toUpperCase(Locale.ROOT));
  }

  /** Whether what stands in a column is the name of something that has a page. */
  public boolean led(Column column, Map<String, Object> line) {
    return line.containsKey(LEADS.getOrDefault(column.getName(), ""))
        && line.containsKey(column.getName());
  }

  /** The page of that, below {@code /admin/}. */
  public String address(Column column, Map<String, Object> line) {
    String by = LEADS.get(column.getName());
    String id = line.get(by).toString();
    return by.equals("room")
        ? "meeting?room=" + id + "&at=" + line.getOrDefault("joined", line.get("at"))
        : "person?id=" + id;
  }

  /** What stands in a column, in words. */
  public String shown(Column column, Map<String, Object> line) {
    if (column.getName().equals("detail")) {
      return words.detail(line);
    }
    Object value = line.get(column.getName());
    return column
        .column
        .words()
        .map(set -> words.of(set.name(), value))
        .orElseGet(() -> plain(column, line));
  }

  private String plain(Column column, Map<String, Object> line) {
    return IN_TENTHS.contains(column.getName())
            && line.get(column.getName()) instanceof Long tenths
            && tenths >= 0
        ? String.format(page.locale(), "%.1f", tenths / 10.0)
        : text(line.get(column.getName()));
  }

  /** A value in words. */
  public String text(Object value) {
    if (value instanceof Boolean flag) {
      return page.getText().get(flag ? "page.admin.yes" : "page.admin.no");
    }
    if (value instanceof Long number) {
      return number < 0 ? "" : number.toString();
    }
    if (value instanceof Duration time) {
      return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
    return value == null ? "" : value.toString().strip().replace("\n", ", ");
  }
}
