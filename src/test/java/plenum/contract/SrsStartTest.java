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
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.testing.FreePorts;
import plenum.testing.NeedsSrs;
import plenum.testing.SelfSigned;

/** A real SRS with each file in {@code srs-conf}; skipped without {@code -Dsrs.binary}. */
@NeedsSrs
class SrsStartTest {

  private static final Path PRODUCTION = SrsConfTest.FOLDER.resolve("plenum.conf");

  @TempDir private Path folder;

  static Stream<Path> files() throws IOException {
    return SrsConfTest.files();
  }

  private Map<String, String> certificate() {
    SelfSigned own = SelfSigned.in(folder);
    Map<String, String> files = new HashMap<>();
    for (String server : new String[] {"HTTP_API", "HTTP_SERVER"}) {
      files.put("SRS_" + server + "_HTTPS_KEY", own.key().toString());
      files.put("SRS_" + server + "_HTTPS_CERT", own.certificate().toString());
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void starts(Path file) throws IOException {
    Path binary = SrsProcess.binary("SRS with " + file);
    try (SrsProcess srs = SrsProcess.start(binary, file, certificate(), UnaryOperator.identity())) {
      HttpResponse<String> versions =
          srs.get("/api/v1/versions", SrsProcess.USERNAME + ":" + SrsProcess.PASSWORD);
      assertEquals(200, versions.statusCode());
      assertTrue(versions.body().contains("\"code\":0"), versions.body());
      assertTrue(srs.isAlive(), "it became a daemon");
      System.out.println("Ran: a real SRS with " + file + ", " + versions.body());
    }
  }

  @Test
  void opensToNobodyWithThePasswordOfTheFile() throws IOException {
    Path binary = SrsProcess.binary("the password of plenum.conf");
    Map<String, String> environment = Map.of("SRS_HTTP_API_AUTH_PASSWORD", "");
    try (SrsProcess srs =
        SrsProcess.start(binary, PRODUCTION, environment, UnaryOperator.identity())) {
      for (String guess : new String[] {"plenum:replace:me", "plenum:", ":", "plenum:replace"}) {
        assertEquals(401, srs.get("/api/v1/clients/", guess).statusCode(), guess);
      }
    }
  }

  @Test
  void answersOverTls() throws IOException, InterruptedException {
    Path binary = SrsProcess.binary("TLS with plenum-tls.conf");
    int port = FreePorts.tcp();
    SelfSigned own = SelfSigned.in(folder);
    Map<String, String> environment = new HashMap<>();
    environment.put("SRS_HTTP_API_HTTPS_LISTEN", "127.0.0.1:" + port);
    // The folder's files replace those that the configuration names.
    UnaryOperator<String> edit =
        text ->
            text.replace("./plenum-srs.key", own.key().toString())
                .replace("./plenum-srs.crt", own.certificate().toString());
    try (SrsProcess srs =
        SrsProcess.start(
            binary, SrsConfTest.FOLDER.resolve("plenum-tls.conf"), environment, edit)) {
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
    Path binary = SrsProcess.binary("a broken configuration");
    assertTrue(Files.readString(PRODUCTION).contains("max_connections 800;"));
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () ->
                SrsProcess.start(
                        binary,
                        PRODUCTION,
                        Map.of(),
                        text -> text.replace("max_connections 800;", "max_connections 800"))
                    .close());
    assertTrue(refused.getMessage().contains("unexpected end of line"), refused.getMessage());
  }

  @Test
  void refusesToStartWithTcpNodelayInsidePlay() throws IOException {
    Path binary = SrsProcess.binary("tcp_nodelay inside play");
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () ->
                SrsProcess.start(
                        binary,
                        PRODUCTION,
                        Map.of(),
                        text -> text.replace("gop_cache off;", "gop_cache off; tcp_nodelay on;"))
                    .close());
    assertTrue(refused.getMessage().contains("tcp_nodelay"), refused.getMessage());
  }
}
