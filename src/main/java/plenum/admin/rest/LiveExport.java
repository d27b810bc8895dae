package plenum.admin.rest;

import java.io.IOException;
import java.util.stream.Stream;

/** A list of what is there at the moment. */
record LiveExport<T extends Record>(LiveColumns<T> columns, Stream<T> all)
    implements ExportFile.Source {

  /** As a file of this name. */
  ExportFile file(String name) {
    return new ExportFile(name, columns.names(), this);
  }

  @Override
  public void tell(ExportFile.Lines lines) throws IOException {
    lines.take(all.map(columns::line).toList());
  }
}
