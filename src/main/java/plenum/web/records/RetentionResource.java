package plenum.web.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import plenum.records.RecordsDesk;
import plenum.web.Visitors;

/** Deletes what was kept long enough, before that is done by itself. */
@Path("retention")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {

  /** How many of each kind were deleted. */
  public record Deleted(Map<String, Integer> deleted) {}

  @Inject RecordsDesk desk;
  @Inject Visitors visitors;
  @Context HttpServletRequest request;

  @POST
  public Deleted run() {
    return new Deleted(desk.deleteOld(visitors.memberActor(request)));
  }
}
