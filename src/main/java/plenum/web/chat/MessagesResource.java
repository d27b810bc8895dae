package plenum.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import plenum.chat.ChatMessage;
import plenum.chat.ChatRefused;
import plenum.chat.ChatRefused.Reason;
import plenum.chat.Conversations;
import plenum.room.RoomId;
import plenum.web.Visitors;

/** What was written to everybody in a room, as a file for who may take it along. */
@Path("rooms/{room}/messages")
@RequestScoped
public class MessagesResource {

  private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";

  @Inject Conversations conversations;
  @Inject Visitors visitors;
  @Context HttpServletRequest request;

  /** For programs. */
  @GET
  @Path("json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response json(@PathParam("room") String room) {
    JsonArrayBuilder messages = Json.createArrayBuilder();
    read(room).stream().map(MessagesResource::object).forEach(messages::add);
    return file(Json.createObjectBuilder().add("messages", messages).build(), "messages.json");
  }

  private static JsonObjectBuilder object(ChatMessage message) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("id", message.id().value())
            .add("at", message.at().toString())
            .add("by", message.author().person().value())
            .add("name", message.author().name().value())
            .add("text", message.text())
            .add("deleted", message.deleted());
    message.file().ifPresent(file -> object.add("file", file.name().value()));
    message.reply().ifPresent(reply -> object.add("reply", reply.value()));
    message.edited().ifPresent(edited -> object.add("edited", edited.toString()));
    return object;
  }

  /** For people: a line for each, further lines of it behind a tabulator. */
  @GET
  @Path("text")
  @Produces(TEXT)
  public Response text(@PathParam("room") String room) {
    return file(
        read(room).stream()
            .filter(message -> !message.deleted())
            .map(MessagesResource::line)
            .collect(Collectors.joining()),
        "messages.txt");
  }

  private static String line(ChatMessage message) {
    String file = message.file().map(one -> "[" + one.name() + "] ").orElse("");
    return "%s %s: %s%s\n"
        .formatted(
            message.at(), message.author().name(), file, message.text().replace("\n", "\n\t"));
  }

  private List<ChatMessage> read(String room) {
    RoomId id =
        RoomId.parse(room).orElseThrow(() -> new ChatRefused(Reason.NO_SUCH_ROOM, "no-such-room"));
    return conversations.export(visitors.actor(request), id);
  }

  private static Response file(Object content, String name) {
    return Response.ok(content)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
