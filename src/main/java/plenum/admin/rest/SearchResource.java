package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import plenum.admin.Programs;
import plenum.admin.search.Finding;
import plenum.admin.search.Search;
import plenum.identity.Scope;
import plenum.settings.SiteSettings;
import plenum.text.Refused;
import plenum.text.Texts;

/** The search over everything, as the pages' header asks. */
@Path("search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

  /**
   * Something that was found.
   *
   * @param kind {@code page}, {@code person}, {@code account}, {@code room}, {@code call}, {@code
   *     session} or {@code node}
   * @param path of its page
   */
  public record Found(String kind, String title, String detail, String path) {}

  /** All of it. */
  public record Findings(List<Found> found) {}

  @Inject Programs programs;
  @Inject Search search;
  @Inject SiteSettings site;
  @Context HttpServletRequest request;

  /**
   * A few of each kind.
   *
   * @param text a part of a name, or the beginning of an address or id
   */
  @GET
  public Response find(@QueryParam("q") @DefaultValue("") String text) {
    programs.required(request, Scope.READ);
    Texts texts = Texts.forReader(() -> Collections.list(request.getLocales()).iterator());
    Findings found =
        new Findings(search.find(text, texts.sentences()).stream().map(this::found).toList());
    return Response.ok(found).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private Found found(Finding one) {
    return new Found(Refused.codeOf(one.kind()), one.title(), one.detail(), site.path(one.path()));
  }
}
