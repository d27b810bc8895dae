package plenum.injection;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import plenum.injection.InjectionSite.Room;
import plenum.testing.Browser;
import plenum.testing.FileUpload;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** Brings files whose names and contents somebody might take for more than text. */
final class UploadWalk {

  /** Behind which a text passes for a file that may be sent. */
  private static final List<String> ENDS = List.of(".txt", ".txt\r\nX-Injected: yes.txt", "");

  private final PlenumServer server;
  private final Browser browser;
  private final Answers answers;
  private int requests;
  private int sent;

  UploadWalk(PlenumServer server, Browser browser, Answers answers) {
    this.server = server;
    this.browser = browser;
    this.answers = answers;
  }

  /** How many requests it took. */
  int walk(Room walked) {
    try (SignalClient client = SignalClient.connect(server, browser)) {
      client.await("welcome");
      client.send("{\"type\":\"create-room\",\"name\":\"Files\"}");
      String id = client.await("room-created").getJsonObject("room").getString("id");
      Room room = new Room(id, walked.marked(), client);
      room.sit();
      walkIn(room);
    }
    answers.check(sent > Payload.values().length, "only " + sent + " files were taken");
    return requests;
  }

  private void walkIn(Room room) {
    for (Payload payload : Payload.values()) {
      String content = payload.text.replace("\u0000", " ") + " in a file";
      for (String end : ENDS) {
        bring(room, payload.text + end, content.replace("\ud800", ""), "name " + payload);
      }
      offset(payload);
    }
  }

  private void bring(Room room, String name, String content, String what) {
    String wish = "{\"name\":%s,\"bytes\":%d}".formatted(Payload.quoted(name), content.length());
    HttpResponse<String> begun =
        send(
            HttpRequest.newBuilder(server.url("/api/files"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish)),
            what);
    if (begun.statusCode() != 201) {
      return;
    }
    String id = InjectionSite.read(begun).getString("id");
    piece(id, "0", content, what);
    SignalClient client = room.client();
    client.send(
        "{\"type\":\"send-message\",\"request\":7001,\"text\":\"\",\"token\":\"%s\",\"file\":\"%s\"}"
            .formatted(requests, id));
    JsonObject told = client.await(one -> one.getInt("request", 0) == 7001);
    if (told.getString("type").equals("message-sent")) {
      fetch(room, told.getJsonObject("message"), what);
    } else {
      discard(id, what);
    }
  }

  private void fetch(Room room, JsonObject message, String what) {
    sent++;
    String path = "/api/attachments/" + room.id() + "/" + message.getString("id");
    HttpResponse<String> file = send(HttpRequest.newBuilder(server.url(path)), what);
    String disposition = file.headers().firstValue("content-disposition").orElse("");
    answers.check(file.statusCode() == 200, what + " is answered by " + file.statusCode());
    answers.check(disposition.startsWith("attachment"), what + " is shown: " + disposition);
    answers.check(!disposition.matches(".*[/\\\\].*"), what + " has a path: " + disposition);
    String name = message.getJsonObject("file").getString("name");
    answers.check(!name.matches(".*[/\\\\\\p{Cntrl}].*"), what + " is called " + name);
  }

  private void offset(Payload payload) {
    String id = FileUpload.whole(server, browser, "offset.txt", "whole");
    piece(id, payload.text.replaceAll("[^ -~]", " "), "more", "offset " + payload);
    discard(id, "offset " + payload);
  }

  /** Somebody may have a few files only that are in no message. */
  private void discard(String id, String what) {
    send(HttpRequest.newBuilder(server.url("/api/files/" + id)).DELETE(), what);
  }

  private void piece(String id, String offset, String content, String what) {
    send(
        HttpRequest.newBuilder(server.url("/api/files/" + id))
            .header("Content-Type", "application/partial-upload")
            .header("Upload-Offset", offset)
            .method("PATCH", BodyPublishers.ofString(content)),
        what);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String what) {
    requests++;
    HttpResponse<String> answer = browser.send(request);
    answers.check("file with " + what, answer);
    return answer;
  }
}
