package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.testing.FreePorts;
import plenum.testing.NeedsSrs;
import plenum.testing.RealSrs;
import plenum.testing.SelfSigned;

/** A real SRS with each file in {@code srs-conf}; skipped without {@code -Dsrs.binary}. */
@NeedsSrs
class SrsStartTest {

  @TempDir private Path folder;

  static Stream<Path> files() throws IOException {
    return SrsConfTest.files();
  }

  private RealSrs srs(Path file) {
    SelfSigned own = SelfSigned.in(folder);
    RealSrs srs = RealSrs.prepare(file);
    for (String server : new String[] {"HTTP_API", "HTTP_SERVER"}) {
      srs.with("SRS_" + server + "_HTTPS_KEY", own.key().toString());
      srs.with("SRS_" + server + "_HTTPS_CERT", own.certificate().toString());
    }
    return srs;
  }

  @ParameterizedTest
  @MethodSource("files")
  void starts(Path file) {
    try (RealSrs srs = srs(file).start()) {
      HttpResponse<String> versions = srs.access().get("/api/v1/versions");
      assertEquals(200, versions.statusCode());
      assertTrue(versions.body().contains("\"code\":0"), versions.body());
      assertTrue(srs.isAlive(), "it became a daemon");
      System.out.println("Ran: a real SRS with " + file + ", " + versions.body());
    }
  }

  @Test
  void opensToNobodyWithThePasswordOfTheFile() {
    try (RealSrs srs = RealSrs.prepare().with("SRS_HTTP_API_AUTH_PASSWORD", "").start()) {
      for (String guess : new String[] {"plenum:replace:me", "plenum:", ":", "plenum:replace"}) {
        assertEquals(401, srs.access().get("/api/v1/clients/", guess).statusCode(), guess);
      }
    }
  }

  @Test
  void answersOverTls() throws IOException, InterruptedException {
    int port = FreePorts.tcp();
    SelfSigned own = SelfSigned.in(folder);
    // The folder's files replace those that the configuration names.
    RealSrs prepared =
        RealSrs.prepare(SrsConfTest.FOLDER.resolve("plenum-tls.conf"))
            .with("SRS_HTTP_API_HTTPS_LISTEN", "127.0.0.1:" + port)
            .edited(
                text ->
                    text.replace("./plenum-srs.key", own.key().toString())
                        .replace("./plenum-srs.crt", own.certificate().toString()));
    try (RealSrs srs = prepared.start()) {
      HttpClient client = HttpClient.newBuilder().sslContext(own.context()).build();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/api/v1/versions"))
              .build();
      assertEquals(
          401,
          client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode(),
          srs.output());
    }
  }

  /** What the file warns of, so that the warning stays true. */
  @Test
  void refusesToStartWithoutASemicolon() throws IOException {
    assertTrue(Files.readString(RealSrs.PRODUCTION).contains("max_connections 800;"));
    assertRefused("unexpected end of line", "max_connections 800;", "max_connections 800");
  }

  @Test
  void refusesToStartWithTcpNodelayInsidePlay() {
    assertRefused("tcp_nodelay", "gop_cache off;", "gop_cache off; tcp_nodelay on;");
  }

  private static void assertRefused(String because, String line, String instead) {
    RealSrs broken = RealSrs.prepare().edited(text -> text.replace(line, instead));
    IllegalStateException refused = assertThrows(IllegalStateException.class, broken::start);
    assertTrue(refused.getMessage().contains(because), refused.getMessage());
  }
}
