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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plenum.admin.Administrator;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordTable;

/** The lists of what is kept, as a page's exports and other programs take them. */
@Path("records/{list}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {

  @Inject Administrator administrator;
  @Inject RecordLists lists;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  /**
   * All lines that the filters let through, the newest first, up to {@value RecordExport#MOST}.
   *
   * @param list {@code audit}, {@code attendance}, {@code calls} or {@code accounts}
   * @param format {@code json} or {@code csv} (RFC 4180); other parameters are filters by column
   */
  @GET
  public Response all(
      @PathParam("list") String list, @QueryParam("format") @DefaultValue("json") String format) {
    administrator.required(request);
    RecordTable table = table(list).orElseThrow(NotFoundException::new);
    RecordExport export = new RecordExport(lists, table, filters());
    boolean csv = "csv".equals(format);
    StreamingOutput body = csv ? export::csv : export::json;
    lists.lines(table, RecordQuery.first(1)); // Away, that is told before the answer begins.
    return Response.ok(body, csv ? "text/csv; charset=utf-8" : "application/json")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(list, csv ? "csv" : "json"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Optional<RecordTable> table(String name) {
    return Arrays.stream(RecordTable.values())
        .filter(table -> table.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  private Map<String, String> filters() {
    MultivaluedMap<String, String> parameters = uri.getQueryParameters();
    Map<String, String> filters = new HashMap<>();
    parameters.keySet().forEach(name -> filters.put(name, parameters.getFirst(name)));
    return filters;
  }
}
