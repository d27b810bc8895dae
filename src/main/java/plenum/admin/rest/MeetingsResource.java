package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import plenum.admin.Programs;
import plenum.admin.meeting.Timelines;
import plenum.http.RequestRefused;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.Scope;
import plenum.room.Moderation;
import plenum.room.RoomId;
import plenum.room.RoomRefused;
import plenum.room.Rooms;

/** Rooms and calls with their people, and what can be done about them. */
@Path("meetings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeetingsResource {

  /** A part of the list. */
  public record MeetingList(List<Meetings.Meeting> items, Optional<String> next) {}

  @Inject Programs programs;
  @Inject Meetings meetings;
  @Inject Timelines timelines;
  @Inject Rooms rooms;
  @Inject Moderation moderation;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context ResourceInfo door;

  /**
   * Every room, and every call, by id; other parameters are filters by column.
   *
   * @param format of all of them as a file, see {@link ExportFile}; empty for a part
   */
  @GET
  public Response all(
      @QueryParam("format") @DefaultValue("") String format,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    programs.required(request, Scope.READ);
    var columns = new LiveColumns<>(Meetings.Line.class);
    var wanted = columns.filter(KnownParameters.filters(door, uri, columns.names()));
    if (!format.isEmpty()) {
      var lines = meetings.all().map(Meetings.Line::of).filter(wanted);
      return new LiveExport<>(columns, lines).file("meetings").answer(format, request.getLocale());
    }
    var all = meetings.all().filter(meeting -> wanted.test(Meetings.Line.of(meeting)));
    var part = new Paging(limit, after).of(all, Meetings.Meeting::id);
    return Response.ok(new MeetingList(part.items(), part.next())).build();
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public Meetings.Meeting one(@PathParam("id") String id) {
    programs.required(request, Scope.READ);
    return meetings.one(id).orElseThrow(MeetingsResource::unknown);
  }

  /**
   * Who came and went in a meeting, when it was bad, for whom and probably why, and what was done.
   *
   * @param at a moment by ISO 8601: the meeting then, or else the last before it, or else the first
   *     after it; empty for now
   */
  @GET
  @Path("{id}/timeline")
  public TimelineEntry timeline(
      @PathParam("id") String id, @QueryParam("at") @DefaultValue("") String at) {
    programs.required(request, Scope.READ);
    Instant moment = moment(at);
    return RoomId.parse(id)
        .flatMap(room -> timelines.of(room, moment))
        .map(held -> TimelineEntry.of(id, held))
        .orElseThrow(MeetingsResource::unknown);
  }

  private static Instant moment(String text) {
    try {
      return text.isEmpty() ? Instant.now() : Instant.parse(text);
    } catch (DateTimeParseException noMoment) {
      throw RequestRefused.malformed("malformed-request.moment", text);
    }
  }

  /**
   * Deletes a room.
   *
   * @param force also when people are inside
   */
  @DELETE
  @Path("{id}")
  public Response close(
      @PathParam("id") String id, @QueryParam("force") @DefaultValue("false") boolean force) {
    Actor actor = programs.required(request, Scope.ACT);
    rooms.delete(actor, room(id), force);
    return Response.noContent().build();
  }

  /** Switches somebody's microphone off. */
  @POST
  @Path("{id}/people/{person}/mute")
  public Response mute(@PathParam("id") String id, @PathParam("person") String person) {
    return act(id, person, moderation::mute);
  }

  /** Switches somebody's camera off. */
  @POST
  @Path("{id}/people/{person}/stop-camera")
  public Response stopCamera(@PathParam("id") String id, @PathParam("person") String person) {
    return act(id, person, moderation::stopCamera);
  }

  /** Sends somebody out, who has to be admitted to come back. */
  @POST
  @Path("{id}/people/{person}/remove")
  public Response remove(@PathParam("id") String id, @PathParam("person") String person) {
    return act(id, person, moderation::remove);
  }

  private Response act(String id, String person, BiConsumer<Actor, PersonId> deed) {
    Actor actor = programs.required(request, Scope.ACT);
    PersonId whom = person(person);
    if (rooms.member(room(id), whom).isEmpty()) {
      throw new RoomRefused(RoomRefused.Reason.NO_SUCH_MEMBER, "no-such-member");
    }
    deed.accept(actor, whom);
    return Response.noContent().build();
  }

  private RoomId room(String id) {
    return RoomId.parse(id)
        .filter(room -> rooms.room(room).isPresent())
        .orElseThrow(MeetingsResource::unknown);
  }

  private static PersonId person(String id) {
    try {
      return new PersonId(id);
    } catch (IllegalArgumentException nobody) {
      throw new RoomRefused(RoomRefused.Reason.NO_SUCH_MEMBER, "no-such-member");
    }
  }

  private static RoomRefused unknown() {
    return new RoomRefused(RoomRefused.Reason.NO_SUCH_ROOM, "no-such-room");
  }
}
