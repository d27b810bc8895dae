package plenum.web.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import plenum.records.RecordsDesk;
import plenum.web.Visitors;

/** What is kept of whoever asks. */
@Path("me/data")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyDataResource {

  @Inject RecordsDesk desk;
  @Inject Visitors visitors;
  @Context HttpServletRequest request;

  /** All of it, as a file to keep. */
  @GET
  public Response data() {
    return Answers.file(desk.own(visitors.of(request).identity().id()));
  }

  /** Erases it, with the account. */
  @DELETE
  public Response erase() {
    desk.eraseOwn(visitors.memberActor(request));
    return Response.noContent().build();
  }
}
