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
import plenum.admin.Programs;
import plenum.admin.Sampling;
import plenum.admin.Site;
import plenum.admin.Trouble;
import plenum.identity.Scope;

/** How much there is now, and what needs attention. */
@Path("overview")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

  /**
   * All of it.
   *
   * @param people who are online
   * @param rooms with somebody inside
   * @param calls that ring or are answered
   * @param streams that somebody publishes
   * @param receivedKbps kbit/s from publishers in the last ten seconds
   * @param sentKbps kbit/s to players in the last ten seconds
   * @param heapBytes how much of the heap is used
   * @param heapMostBytes how much may be
   * @param troubles what to look after
   */
  public record Overview(
      int people,
      long rooms,
      int calls,
      long streams,
      double receivedKbps,
      double sentKbps,
      long heapBytes,
      long heapMostBytes,
      List<Trouble> troubles) {}

  @Inject Programs programs;
  @Inject Site site;
  @Inject Sampling sampling;
  @Context HttpServletRequest request;

  @GET
  public Overview now() {
    programs.required(request, Scope.READ);
    Runtime java = Runtime.getRuntime();
    return new Overview(
        site.people(),
        site.rooms(),
        site.calls(),
        site.streams(),
        sampling.receivedKbps(),
        sampling.sentKbps(),
        java.totalMemory() - java.freeMemory(),
        java.maxMemory(),
        site.troubles());
  }
}
