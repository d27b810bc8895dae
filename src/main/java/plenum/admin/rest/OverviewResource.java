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
import plenum.admin.OverviewPage;
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
   * @param lostPercent what is lost on its way, on average of what browsers measure
   * @param badPeople for how many it has been bad for a while; {@code streams} says why
   * @param processorPercent how much of the processors Plenum takes
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
      double lostPercent,
      int badPeople,
      long processorPercent,
      long heapBytes,
      long heapMostBytes,
      List<Trouble> troubles) {}

  @Inject Programs programs;
  @Inject Site site;
  @Inject Sampling sampling;
  @Inject OverviewPage overview;
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
        overview.lost(),
        overview.badPeople(),
        overview.load(),
        java.totalMemory() - java.freeMemory(),
        java.maxMemory(),
        site.troubles());
  }

  /** The last hour, every ten seconds. */
  @GET
  @Path("hour")
  public SampleList hour() {
    programs.required(request, Scope.READ);
    return SampleList.of(sampling.hour());
  }

  /** The last day, averages of five minutes. */
  @GET
  @Path("day")
  public SampleList day() {
    programs.required(request, Scope.READ);
    return SampleList.of(sampling.day());
  }
}
