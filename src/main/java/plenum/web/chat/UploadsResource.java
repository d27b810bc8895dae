package plenum.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import plenum.chat.Conversations;
import plenum.chat.file.FileId;
import plenum.chat.file.FileRefused;
import plenum.chat.file.Uploads;
import plenum.chat.file.Uploads.Progress;
import plenum.http.RequestRefused;
import plenum.identity.Actor;
import plenum.room.RoomId;
import plenum.settings.HttpSettings;
import plenum.web.Visitors;

/**
 * Files on their way into a chat, in pieces that each are one request: so one that was cut off goes
 * on where it stood. Sent they are by a message, see {@code docs/protocol.md}.
 */
@Path("files")
@RequestScoped
public class UploadsResource {

  static final String OFFSET = "Upload-Offset";
  static final String LENGTH = "Upload-Length";
  static final String PIECE = "application/partial-upload";

  /** The request to begin. */
  public record Wish(String name, Long bytes) {}

  @Inject Conversations conversations;
  @Inject Uploads files;
  @Inject Visitors visitors;
  @Inject HttpSettings limits;
  @Context HttpServletRequest request;

  /** Begins one, of this name and length, for the people of the room in which the asker is. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response begin(Wish wish) {
    if (wish == null || wish.name() == null || wish.bytes() == null) {
      throw new RequestRefused(RequestRefused.Reason.BAD_REQUEST, "bad-request");
    }
    Actor actor = visitors.actor(request);
    RoomId room = conversations.writableByAny(actor);
    FileId id = files.begin(actor, room.value(), wish.name(), wish.bytes());
    String answer =
        Json.createObjectBuilder()
            .add("id", id.value())
            .add("piece", limits.bodyBytes())
            .build()
            .toString();
    return uncached(Response.status(Response.Status.CREATED).entity(answer)).build();
  }

  /** Takes the piece that begins at this offset. */
  @PATCH
  @Path("{id}")
  @Consumes(PIECE)
  public Response add(
      @PathParam("id") String id, @HeaderParam(OFFSET) String offset, byte[] piece) {
    Actor actor = visitors.actor(request);
    RoomId room = conversations.writableByAny(actor);
    return progress(files.add(actor, room.value(), id(id), number(offset), piece));
  }

  /** How much of it is there. */
  @HEAD
  @Path("{id}")
  public Response look(@PathParam("id") String id) {
    return progress(files.progress(visitors.actor(request), id(id)));
  }

  /** Gives it up. */
  @DELETE
  @Path("{id}")
  public Response cancel(@PathParam("id") String id) {
    files.cancel(visitors.actor(request), id(id));
    return Response.noContent().build();
  }

  private static Response progress(Progress progress) {
    return uncached(Response.noContent())
        .header(OFFSET, progress.offset())
        .header(LENGTH, progress.bytes())
        .build();
  }

  private static Response.ResponseBuilder uncached(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static FileId id(String text) {
    return FileId.parse(text).orElseThrow(FileRefused::noSuchFile);
  }

  private static long number(String offset) {
    if (offset == null || !offset.matches("[0-9]{1,15}")) {
      throw RequestRefused.malformed("malformed-request.header", OFFSET);
    }
    return Long.parseLong(offset);
  }
}
