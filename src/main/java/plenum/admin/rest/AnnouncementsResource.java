package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import plenum.admin.Programs;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.Scope;
import plenum.room.RoomId;
import plenum.room.RoomRefused;
import plenum.signal.announcement.Announcements;

/** Tells everybody who is online, or in a meeting, something. */
@Path("announcements")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AnnouncementsResource {

  /**
   * What is to be told.
   *
   * @param text in one line
   * @param room to whose people alone; everybody when it is missing
   */
  public record Wanted(String text, Optional<String> room) {}

  /** On how many pages it stands. */
  public record Told(int pages) {}

  @Inject Programs programs;
  @Inject Announcements announcements;
  @Context HttpServletRequest request;

  @POST
  public Told tell(Wanted wanted) {
    var actor = programs.required(request, Scope.ACT);
    if (wanted == null || wanted.text() == null) {
      throw new RequestRefused(Reason.BAD_REQUEST, "bad-request");
    }
    return new Told(
        wanted
            .room()
            .map(room -> announcements.tellRoom(actor, room(room), wanted.text()))
            .orElseGet(() -> announcements.tellAll(actor, wanted.text())));
  }

  private static RoomId room(String id) {
    return RoomId.parse(id)
        .orElseThrow(() -> new RoomRefused(RoomRefused.Reason.NO_SUCH_ROOM, "no-such-room"));
  }
}
