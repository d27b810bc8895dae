package plenum.media.doors;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import plenum.http.Query;
import plenum.http.Reply;
import plenum.text.Texts;

/** Requests as a container would hand them to a door. */
public final class DoorFixture {

  public static final InetAddress CLIENT = address("192.0.2.7");

  private DoorFixture() {}

  static DoorRequest request(String query, String body) {
    return request(query, Optional.empty(), body);
  }

  static DoorRequest request(String query, Optional<String> authorization, String body) {
    InputStream content = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    return new DoorRequest(
        Query.parse(query), authorization, CLIENT, Texts.of(Locale.ENGLISH), content);
  }

  /** The query of a ticket's URL. */
  static String query(String url) {
    return url.substring(url.indexOf('?') + 1);
  }

  public static JsonObject json(Reply reply) {
    try (JsonReader reader = Json.createReader(new StringReader(reply.body()))) {
      return reader.readObject();
    }
  }

  public static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
