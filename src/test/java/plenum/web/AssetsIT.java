package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import plenum.testing.OnBothReleases;
import plenum.testing.PlenumServer;

/** How a running server hands out files, its own and those of libraries. */
@OnBothReleases
class AssetsIT {

  private static final String LIBRARY = "jakarta.faces.resource/core.js.xhtml?ln=primefaces";

  private final PlenumServer server = PlenumServer.shared();

  private HttpResponse<byte[]> get(String path, String encoding) throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.url(path))
                    .header("Accept-Encoding", encoding)
                    .build(),
                BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode(), path);
    return answer;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  private String ownFiles() throws Exception {
    String page = new String(get("/", "identity").body());
    Matcher files = Pattern.compile("resources/~[0-9a-f]+/").matcher(page);
    assertTrue(files.find(), page);
    return "/" + files.group();
  }

  private static byte[] unpacked(HttpResponse<byte[]> answer) throws IOException {
    assertEquals("gzip", header(answer, "Content-Encoding"));
    return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
  }

  private void assertComesCompressed(String path) throws Exception {
    HttpResponse<byte[]> plain = get(path, "identity");
    assertEquals("", header(plain, "Content-Encoding"));
    HttpResponse<byte[]> compressed = get(path, "gzip");
    assertEquals(new String(plain.body()), new String(unpacked(compressed)));
    assertTrue(
        compressed.body().length < plain.body().length / 2, compressed.body().length + " bytes");
    assertEquals("Accept-Encoding", header(plain, "Vary"));
    assertEquals("Accept-Encoding", header(compressed, "Vary"));
  }

  @Test
  void areCompressedForWhoAcceptsIt() throws Exception {
    assertComesCompressed(ownFiles() + "css/room.css");
    assertComesCompressed(ownFiles() + "js/pages/people.js");
    assertComesCompressed("/" + LIBRARY);
  }

  @Test
  void areKeptForGoodWhereTheAddressTellsTheVersion() throws Exception {
    String forGood = "public, max-age=31536000, immutable";
    assertEquals(forGood, header(get(ownFiles() + "css/room.css", "gzip"), "Cache-Control"));
    assertEquals(forGood, header(get("/" + LIBRARY + "&v=1", "gzip"), "Cache-Control"));
    assertEquals("max-age=604800", header(get("/" + LIBRARY, "gzip"), "Cache-Control"));
  }

  /** The length of a compressed page would tell what of a guess is in it. */
  @Test
  void pagesAreNotCompressed() throws Exception {
    assertEquals("", header(get("/", "gzip"), "Content-Encoding"));
  }

  @Test
  void pagesHaveTheSettingsWithThem() throws Exception {
    String page = new String(get("/rooms", "identity").body());
    Matcher settings = Pattern.compile("id=\"site-settings\">([^<>&]+)</script>").matcher(page);
    assertTrue(settings.find(), page);
    assertEquals(new String(get("/api/settings", "identity").body()), settings.group(1));
  }
}
