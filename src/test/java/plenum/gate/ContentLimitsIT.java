package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.testing.PlenumServer;
import plenum.testing.RawHttp;
import plenum.testing.RawHttp.Answer;
import plenum.testing.Waiting;

/** Every resource that takes content, found in the classes, has a limit. */
class ContentLimitsIT {

  private static final int LIMIT = 65_536;
  private static final List<String> FORMS =
      List.of("POST /", "POST /rooms", "POST /room", "POST /watch", "POST /resources/x.css");

  private final PlenumServer server = PlenumServer.shared();

  /** Such as {@code POST /rtc/v1/whip/}. */
  static Stream<String> doors() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("plenum");
    List<String> roots =
        classes.stream()
            .filter(type -> type.isAnnotatedWith(ApplicationPath.class))
            .map(type -> "/" + type.getAnnotationOfType(ApplicationPath.class).value() + "/")
            .toList();
    TreeSet<String> doors = new TreeSet<>(FORMS);
    classes.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .forEach(type -> roots.forEach(root -> doors.addAll(doors(root, type))));
    return doors.stream();
  }

  private static List<String> doors(String root, JavaClass type) {
    String base = root + type.getAnnotationOfType(Path.class).value();
    return type.getMethods().stream()
        .flatMap(method -> verb(method).map(verb -> verb + " " + base + path(method)).stream())
        .toList();
  }

  private static Optional<String> verb(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType())
        .filter(type -> type.isAnnotatedWith(HttpMethod.class))
        .filter(
            type -> Stream.of(GET.class, HEAD.class, DELETE.class).noneMatch(type::isEquivalentTo))
        .map(type -> type.getAnnotationOfType(HttpMethod.class).value())
        .findFirst();
  }

  private static String path(JavaMethod method) {
    return method
        .tryGetAnnotationOfType(Path.class)
        .map(path -> "/" + path.value().replaceAll("\\{\\w+: *(\\w+)[^}]*}", "$1"))
        .orElse("")
        .replaceAll("\\{[^}]*}", "x");
  }

  @Test
  void areFoundInTheClasses() {
    List<String> doors = doors().toList();
    assertTrue(doors.contains("PUT /api/me"), doors.toString());
    assertTrue(doors.contains("POST /rtc/v1/whip"), doors.toString());
    assertTrue(doors.contains("POST /rtc/v1/publish"), doors.toString());
    assertTrue(doors.contains("POST /api/hooks/srs"), doors.toString());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void refuseWhatIsLonger(String door) {
    Answer announced =
        RawHttp.ask(
            server, door + " HTTP/1.1", "Host: localhost", "Content-Length: " + (LIMIT + 1));
    assertEquals(413, announced.status(), announced.text());
    assertTrue(announced.text().contains("\"code\":\"too-long\""), announced.text());
    assertTrue(announced.closed());

    try (RawHttp client = new RawHttp(server)) {
      client.send(
          door + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n11000\r\n");
      client.send("x".repeat(0x11000) + "\r\n0\r\n\r\n");
      int status = client.answer(Duration.ofSeconds(10)).status();
      // A door that needs a ticket or a secret, or an upload, refuses before it reads.
      assertTrue(List.of(413, 401, 403, 404).contains(status), door + " answers " + status);
    }
  }

  @Test
  void letAClientReadTheRefusalThatStillSends() {
    try (RawHttp client = new RawHttp(server)) {
      client.send(
          "POST /rtc/v1/whip/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 80000\r\n\r\n");
      Waiting.until("a refusal", Duration.ofSeconds(10), client::isAnswered, is -> is);
      for (int piece = 0; piece < 80; piece++) {
        client.sendOn("x".repeat(1000));
      }
      Answer refusal = client.answer(Duration.ofSeconds(10));
      assertEquals(413, refusal.status(), refusal.text());
      assertTrue(refusal.text().endsWith("}"), refusal.text());
      assertTrue(refusal.closed());
    }
  }
}
