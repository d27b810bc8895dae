package plenum.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Brings small files into a chat. */
public final class FileUpload {

  private FileUpload() {}

  /**
   * Somebody with a seat in a room brings one of one piece; answers its id, by which it is sent.
   */
  public static String whole(PlenumServer server, Browser browser, String name, String content) {
    JsonObject wish =
        Json.createObjectBuilder().add("name", name).add("bytes", content.length()).build();
    HttpResponse<String> begun = browser.json("POST", "/api/files", wish);
    String id = Json.createReader(new StringReader(begun.body())).readObject().getString("id");
    HttpResponse<String> there =
        browser.send(
            HttpRequest.newBuilder(server.url("/api/files/" + id))
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", "0")
                .method("PATCH", BodyPublishers.ofString(content)));
    if (there.statusCode() != 204) {
      throw new IllegalStateException(there.body());
    }
    return id;
  }
}
