package plenum.web.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import plenum.identity.Actor;
import plenum.records.RecordsDesk;
import plenum.web.Visitors;

/** What is kept of a person, for administrators. */
@Path("people/{id}/data")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

  @Inject RecordsDesk desk;
  @Inject Visitors visitors;
  @Context HttpServletRequest request;

  /** All of it, as a file to keep. */
  @GET
  public Response data(@PathParam("id") String id) {
    Actor actor = visitors.memberActor(request);
    return Answers.file(desk.of(actor, People.id(id)));
  }

  /** Erases it, with the account if there is one. */
  @DELETE
  public Response erase(@PathParam("id") String id) {
    Actor actor = visitors.memberActor(request);
    desk.erase(actor, People.id(id));
    return Response.noContent().build();
  }
}
