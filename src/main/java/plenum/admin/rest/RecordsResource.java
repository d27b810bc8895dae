package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plenum.admin.Programs;
import plenum.admin.Words;
import plenum.database.records.PlacedLine;
import plenum.database.records.RecordColumn;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordPosition;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordTable;
import plenum.http.RequestRefused;
import plenum.identity.Scope;
import plenum.text.Texts;

/** The lists of what is kept, as a page's exports and other programs take them. */
@Path("records/{list}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {

  /** A part of a list: what is known of each line, by the columns' names. */
  public record RecordPart(List<Map<String, Object>> items, Optional<String> next) {}

  private static final String SHOWN = "shown";

  @Inject Programs programs;
  @Inject RecordLists lists;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context ResourceInfo door;

  /**
   * All lines that the filters let through, the newest first, up to {@value RecordExport#MOST}; or,
   * with {@code limit} or {@code after}, a part of them.
   *
   * @param list {@code audit}, {@code attendance}, {@code calls} or {@code accounts}
   * @param format {@code json}, {@code csv} (RFC 4180) or {@code spreadsheet}, which is CSV as the
   *     reader's spreadsheet opens it; other parameters are filters by column
   * @param words {@code shown} where the filters are what a reader typed who is shown words in that
   *     one's language; not of a part
   */
  @GET
  public Response all(
      @PathParam("list") String list,
      @QueryParam("format") @DefaultValue("json") String format,
      @QueryParam("words") @DefaultValue("") String words,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    programs.required(request, Scope.READ);
    RecordTable table = table(list).orElseThrow(NotFoundException::new);
    List<String> columns = table.columns().stream().map(RecordColumn::name).toList();
    Map<String, String> filters = KnownParameters.filters(door, uri, filtered(table));
    Paging paging = new Paging(limit, after);
    boolean parted = uri.getQueryParameters().containsKey("limit") || paging.key().isPresent();
    if (!words.isEmpty() && (parted || !SHOWN.equals(words))) {
      throw RequestRefused.malformed("malformed-request.words");
    }
    if (parted) {
      return Response.ok(part(table, filters, paging))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    Map<String, List<String>> meant =
        SHOWN.equals(words) ? Words.meant(table, filters, this::texts) : Map.of();
    ExportFile file = new ExportFile(list, columns, new RecordExport(lists, table, filters, meant));
    lists.lines(table, RecordQuery.first(1)); // Away, that is told before the answer begins.
    return file.answer(format, request.getLocale());
  }

  private static List<String> filtered(RecordTable table) {
    return table.columns().stream()
        .filter(RecordColumn::isFiltered)
        .map(RecordColumn::name)
        .toList();
  }

  private Map<String, String> texts() {
    return Texts.forReader(Collections.list(request.getLocales())).sentences();
  }

  private RecordPart part(RecordTable table, Map<String, String> filters, Paging paging) {
    List<PlacedLine> lines =
        lists.after(
            table, filters, paging.key().map(key -> position(table, key)), paging.size() + 1);
    var part = paging.of(lines, RecordsResource::key);
    return new RecordPart(
        part.items().stream().map(PlacedLine::line).map(RecordsResource::told).toList(),
        part.next());
  }

  private static String key(PlacedLine line) {
    return line.position().first() + "\n" + line.position().id();
  }

  private static RecordPosition position(RecordTable table, String key) {
    int between = key.lastIndexOf('\n');
    if (between < 0 || !table.begins(key.substring(0, between))) {
      throw Paging.foreign();
    }
    return new RecordPosition(key.substring(0, between), key.substring(between + 1));
  }

  /** Times, and how long something was, as ISO 8601 has them. */
  private static Map<String, Object> told(Map<String, Object> line) {
    Map<String, Object> told = new LinkedHashMap<>();
    line.forEach(
        (name, value) ->
            told.put(
                name,
                value instanceof Boolean || value instanceof Long ? value : value.toString()));
    return told;
  }

  private static Optional<RecordTable> table(String name) {
    return Arrays.stream(RecordTable.values())
        .filter(table -> table.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
