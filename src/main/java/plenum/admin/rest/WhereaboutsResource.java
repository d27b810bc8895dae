package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import plenum.admin.Programs;
import plenum.admin.person.Whereabouts;
import plenum.admin.person.Whereabouts.Place;
import plenum.identity.PersonId;
import plenum.identity.Scope;
import plenum.presence.Presence;
import plenum.room.RoomId;
import plenum.web.account.AccountDesk;

/** Where somebody is now, with an account or without. */
@Path("people/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WhereaboutsResource {

  /**
   * Where that one is.
   *
   * @param name how the person is called; missing of who is not online
   * @param presence {@code offline}, {@code away} or {@code online}
   * @param places from which addresses pages are open
   * @param room the id of the room, or of the call's room; missing for nowhere
   * @param roomName how that is called; missing of a call's
   */
  public record PersonNow(
      String id,
      Optional<String> name,
      String presence,
      List<Place> places,
      Optional<String> room,
      Optional<String> roomName) {}

  @Inject Programs programs;
  @Inject Whereabouts whereabouts;
  @Inject Presence presence;
  @Context HttpServletRequest request;

  /** Of whom nobody knows, that nobody is there is told as well. */
  @GET
  public PersonNow now(@PathParam("id") String id) {
    programs.required(request, Scope.READ);
    PersonId person = AccountDesk.person(id);
    Optional<RoomId> room = whereabouts.room(person);
    return new PersonNow(
        id,
        presence.nameOf(person).map(name -> name.value()),
        whereabouts.presence(person),
        whereabouts.places(person),
        room.map(RoomId::value),
        room.flatMap(whereabouts::name));
  }
}
