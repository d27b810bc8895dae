package plenum.admin;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordPage;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordScope;
import plenum.database.records.RecordTable;
import plenum.records.RecordsRefused;

/** A table of records on a page, of which only the lines are read that are looked at. */
public class RecordLines extends LazyDataModel<Map<String, Object>> {

  private static final long serialVersionUID = 1L;

  private final transient RecordLists lists;
  private final RecordTable table;
  private final transient RecordScope scope;
  private final transient Function<Map<String, String>, Map<String, List<String>>> words;
  private final transient Runnable away;

  /**
   * @param scope of which lines alone it consists
   * @param words which words, as they are kept, are meant by what was typed above the columns
   * @param away is run when the database does not answer
   */
  public RecordLines(
      RecordLists lists,
      RecordTable table,
      RecordScope scope,
      Function<Map<String, String>, Map<String, List<String>>> words,
      Runnable away) {
    this.words = words;
    this.away = away;
    this.lists = lists;
    this.table = table;
    this.scope = scope;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return 0; // Told by load, which asks for both at once.
  }

  @Override
  public List<Map<String, Object>> load(
      int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
    if (!isShown()) {
      return List.of();
    }
    try {
      return lines(first, size, sorts, filters);
    } catch (RecordsRefused refused) {
      setRowCount(0);
      away.run();
      return List.of();
    }
  }

  /**
   * PrimeFaces also wants the lines that were shown before, for what was typed into them: nothing
   * can be, and to find them anew takes as long as to find what is asked for now. Without a page
   * they are for whoever asks.
   */
  private static boolean isShown() {
    FacesContext page = FacesContext.getCurrentInstance();
    return page == null || page.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
  }

  private List<Map<String, Object>> lines(
      int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
    Optional<SortMeta> sort = sorts.values().stream().findFirst();
    Map<String, String> texts = texts(filters);
    RecordPage page =
        lists.page(
            table,
            new RecordQuery(
                sort.map(SortMeta::getField),
                sort.filter(by -> by.getOrder().isAscending()).isPresent(),
                texts,
                words.apply(texts),
                first,
                size,
                scope));
    setRowCount(Math.toIntExact(page.total()));
    return page.lines();
  }

  private static Map<String, String> texts(Map<String, FilterMeta> filters) {
    return filters.values().stream()
        .filter(filter -> filter.isActive() && filter.getFilterValue() != null)
        .collect(
            Collectors.toMap(FilterMeta::getField, filter -> filter.getFilterValue().toString()));
  }
}
