package plenum.admin.faces;

import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Map;
import org.primefaces.component.api.UIColumn;
import org.primefaces.component.datatable.DataTableRenderer;

/**
 * Writes tables of which a column can have a menu as its filter, where PrimeFaces has a field or a
 * component of its own for all columns alike: the column's attribute {@code choices} says what is
 * shown, by what it is kept as. PrimeFaces' script filters by whatever has the field's class.
 */
public class MenuTableRenderer extends DataTableRenderer {

  @Override
  protected void encodeFilterInput(
      UIColumn column,
      ResponseWriter writer,
      boolean untabbed,
      String id,
      String style,
      Object value)
      throws IOException {
    Object choices = column.asUIComponent().getAttributes().get("choices");
    if (choices instanceof Map<?, ?> menu && !menu.isEmpty()) {
      encodeMenu(column, writer, id, menu, value);
    } else {
      super.encodeFilterInput(column, writer, untabbed, id, style, value);
    }
  }

  private static void encodeMenu(
      UIColumn column, ResponseWriter writer, String id, Map<?, ?> menu, Object chosen)
      throws IOException {
    writer.startElement("select", null);
    writer.writeAttribute("id", id, null);
    writer.writeAttribute("name", id, null);
    writer.writeAttribute("class", "ui-column-filter", null);
    encodeChoice(writer, "", column.getFilterPlaceholder(), false);
    for (Map.Entry<?, ?> choice : menu.entrySet()) {
      encodeChoice(writer, choice.getKey(), choice.getValue(), choice.getKey().equals(chosen));
    }
    writer.endElement("select");
  }

  private static void encodeChoice(
      ResponseWriter writer, Object value, Object shown, boolean chosen) throws IOException {
    writer.startElement("option", null);
    writer.writeAttribute("value", value, null);
    if (chosen) {
      writer.writeAttribute("selected", "selected", null);
    }
    writer.writeText(shown, null);
    writer.endElement("option");
  }
}
