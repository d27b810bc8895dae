package plenum.admin.rest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordTable;

/**
 * A list of what is kept, page by page.
 *
 * @param filters by column
 */
record RecordExport(RecordLists lists, RecordTable table, Map<String, String> filters)
    implements ExportFile.Source {

  /** No export is longer. */
  static final int MOST = 100_000;

  @Override
  public void tell(ExportFile.Lines lines) throws IOException {
    for (int from = 0; from < MOST; from += RecordQuery.MOST) {
      RecordQuery query = new RecordQuery(Optional.empty(), false, filters, from, RecordQuery.MOST);
      List<Map<String, Object>> page = lists.lines(table, query);
      lines.take(page);
      if (page.size() < RecordQuery.MOST) {
        return;
      }
    }
  }
}
