package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.AccountRefused;
import plenum.account.LoginName;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordTable;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.testing.Waiting;

/** Beans as a real container makes them for the pages: this class is deployed with Plenum. */
@ArquillianTest
class BeansIT {

  /** What nothing is called that an earlier run kept. */
  private static final String NEW = UUID.randomUUID().toString();

  @Inject Administrator administrator;
  @Inject NodesPage nodes;
  @Inject MeetingsPage meetings;
  @Inject RecordsPage records;
  @Inject RecordLists lists;
  @Inject AuditTrail trail;
  @Inject AccountOffice office;
  @Inject Rooms rooms;
  @Inject HttpServletRequest request;

  /** What is shipped, and what of the tests runs inside. */
  @Deployment
  static WebArchive application() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("plenum.test.war", "target/plenum.war")))
        .addClasses(BeansIT.class, Waiting.class);
  }

  private static Actor ada() {
    return Actor.ofRequest(
        PersonId.fresh(), DisplayName.of("Ada"), InetAddress.getLoopbackAddress());
  }

  private Map<String, Object> awaitKept(RecordTable table, String column, String text) {
    return Waiting.until(
            text + " in the database",
            Duration.ofSeconds(20),
            () -> kept(table, column, text),
            Optional::isPresent)
        .orElseThrow();
  }

  private Optional<Map<String, Object>> kept(RecordTable table, String column, String text) {
    return lists.lines(table, RecordQuery.first(10)).stream()
        .filter(line -> text.equals(line.get(column)))
        .findFirst();
  }

  @Test
  void nobodyAdministersWithoutALogin() {
    assertTrue(administrator.of(request).isEmpty());
    assertThrows(AccountRefused.class, () -> administrator.required(request));
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  /** What the document of monitoring names is told, from the start on. */
  @Test
  @RunAsClient
  void metricsAreThoseOfTheDocument(@ArquillianResource URI application) throws Exception {
    String here = "http://localhost:" + application.getPort() + "/metrics?scope=application";
    String metrics = get(URI.create(here)).body();
    Set<String> documented = new TreeSet<>();
    Matcher names =
        Pattern.compile("`(plenum_[a-z_]+)`")
            .matcher(Files.readString(Path.of("docs/operations/monitoring.md")));
    while (names.find()) {
      documented.add(names.group(1));
    }
    assertTrue(documented.size() > 30, documented.toString());
    documented.removeIf(name -> metrics.contains("\n" + name));
    assertEquals(Set.of(), documented, metrics);
    for (String name : List.of("plenum_quality_first_frame", "plenum_media_handshake")) {
      assertTrue(metrics.contains("\n# TYPE " + name + "_seconds histogram\n"), metrics);
      assertTrue(metrics.contains("\n" + name + "_seconds_bucket{le=\"+Inf\"} 0\n"), metrics);
    }
    assertEquals("", lint(metrics));
  }

  /** What of ours is told twice, or in another order than Prometheus reads. */
  private static String lint(String metrics) {
    List<String> types =
        metrics.lines().filter(line -> line.startsWith("# TYPE plenum_")).sorted().toList();
    String twice =
        types.stream()
            .filter(line -> Collections.frequency(types, line) > 1)
            .findFirst()
            .orElse("");
    return twice
        + metrics
            .lines()
            .filter(line -> line.matches("# TYPE plenum_\\S+_(bucket|count|sum) .*"))
            .collect(Collectors.joining(", "));
  }

  @Test
  @RunAsClient
  void aResourceRefusesWhoHasNoLogin(@ArquillianResource URI application) throws Exception {
    HttpResponse<String> answer = get(application.resolve("api/admin/records/audit"));

    assertEquals(401, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("login-needed"), answer.body());
  }

  @Test
  void aPageShowsTheEngineThatIsThere() {
    assertEquals(List.of("ready"), nodes.all().stream().map(Node::state).toList());
  }

  @Test
  void aPageShowsTheRoomsThatThereAre() {
    RoomSummary room = rooms.create(ada(), new RoomName(NEW), PlaceKind.GROUP);

    assertTrue(meetings.all().toString().contains(room.id().value()), meetings.all().toString());
  }

  @Test
  void whatIsDoneIsReadFromTheDatabase() {
    trail.add(AuditEntry.done(ada(), NEW, "inside"));

    assertEquals("Ada", awaitKept(RecordTable.AUDIT, "act", NEW).get("name"));
    var lines = records.lines("audit").load(0, 10, Map.of(), Map.of());
    assertTrue(lines.toString().contains(NEW), lines.toString());
  }

  @Test
  void anAccountIsKept() {
    LoginName login = new LoginName(NEW);
    office.accounts().add(Account.local(login, DisplayName.of(NEW), Instant.now()));

    assertEquals(NEW, awaitKept(RecordTable.ACCOUNTS, "login", NEW).get("name"));
  }
}
