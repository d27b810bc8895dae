package plenum.admin.rest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordScope;
import plenum.database.records.RecordTable;

/**
 * A list of what is kept, page by page.
 *
 * @param filters by column
 * @param meant by column, words that its filter means beside its text
 */
record RecordExport(
    RecordLists lists,
    RecordTable table,
    Map<String, String> filters,
    Map<String, List<String>> meant)
    implements ExportFile.Source {

  /** No export is longer. */
  static final int MOST = 100_000;

  @Override
  public void tell(ExportFile.Lines lines) throws IOException {
    for (int from = 0; from < MOST; from += RecordQuery.MOST) {
      RecordQuery query =
          new RecordQuery(
              Optional.empty(), false, filters, meant, from, RecordQuery.MOST, RecordScope.ALL);
      List<Map<String, Object>> page = lists.lines(table, query);
      lines.take(page);
      if (page.size() < RecordQuery.MOST) {
        return;
      }
    }
  }
}
