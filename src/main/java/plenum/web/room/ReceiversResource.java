package plenum.web.room;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import plenum.http.Reply;
import plenum.http.Responses;
import plenum.identity.Actor;
import plenum.media.doors.ReceiverDoor;
import plenum.room.Receivable;
import plenum.room.RoomId;
import plenum.room.RoomRefused;
import plenum.room.Rooms;
import plenum.web.Visitors;

/**
 * The connection by which a page receives, made while the page still asks for its seat: see {@code
 * docs/media.md}.
 */
@Path("rooms/{room}/receivers")
@RequestScoped
public class ReceiversResource {

  private static final String SDP = "application/sdp";
  private static final int NOTHING_TO_RECEIVE = 204;

  @Inject Rooms rooms;
  @Inject ReceiverDoor door;
  @Inject Visitors visitors;
  @Context HttpServletRequest request;

  /**
   * Begins one for somebody who may take a seat by asking alone; 204 where that is not so, or where
   * there is nothing to receive, or more than the offer is for.
   *
   * @param pictures for how many there are sections in the offer
   */
  @POST
  @Consumes(SDP)
  public Response begin(
      @PathParam("room") String room, @QueryParam("pictures") String pictures, InputStream offer) {
    Actor actor = visitors.actor(request);
    RoomId id =
        RoomId.parse(room)
            .orElseThrow(() -> new RoomRefused(RoomRefused.Reason.NO_SUCH_ROOM, "no-such-room"));
    Optional<Receivable> there =
        rooms.receiveAhead(actor, id).filter(found -> fits(found, pictures));
    return Responses.of(
        there
            .map(found -> door.begin(actor, found.place(), offer))
            .orElseGet(() -> Reply.empty(NOTHING_TO_RECEIVE)));
  }

  private static boolean fits(Receivable found, String sections) {
    boolean isNumber = sections != null && sections.matches("[0-9]{1,3}");
    int most = isNumber ? Integer.parseInt(sections) : 0;
    return found.pictures() > 0 && found.pictures() <= most;
  }
}
