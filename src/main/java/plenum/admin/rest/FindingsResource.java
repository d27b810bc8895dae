package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import plenum.admin.CheckPage;
import plenum.admin.CheckPage.FindingView;
import plenum.admin.Programs;
import plenum.identity.Scope;

/** What the self-check finds that the server sees by itself; the rest only a browser can see. */
@Path("findings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FindingsResource {

  /**
   * What one check found.
   *
   * @param title what was looked at, in the language of who asks
   * @param state {@code good}, {@code attention}, {@code bad} or {@code none}: there is no such
   *     thing here
   * @param measured what was seen
   * @param advice what it means, and what to do, in the language of who asks
   */
  public record FindingEntry(String title, String state, String measured, String advice) {

    private static FindingEntry of(FindingView found) {
      return new FindingEntry(found.title(), found.state(), found.measured(), found.advice());
    }
  }

  /** All of it. */
  public record FindingList(List<FindingEntry> items) {}

  @Inject Programs programs;
  @Inject CheckPage check;
  @Context HttpServletRequest request;

  /** Looks now; waits for media nodes and the database. */
  @GET
  public FindingList all() {
    programs.required(request, Scope.READ);
    return new FindingList(check.all().stream().map(FindingEntry::of).toList());
  }
}
