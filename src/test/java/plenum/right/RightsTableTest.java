package plenum.right;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.identity.Invitation;
import plenum.identity.Role;
import plenum.identity.Standing;
import plenum.settings.RoomSettings;
import plenum.settings.RoomSettings.Deleter;
import plenum.signal.protocol.ClientMessage;
import plenum.signal.protocol.SignalRecords;
import plenum.testing.Actors;

/**
 * Who may do what, at which door: prints it into {@code docs/security.md}, between two marks. With
 * {@code -Dprint.rights} the document is written anew, else it has to be as it would be.
 */
class RightsTableTest {

  private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("docs/security.md");
  private static final String BEGIN = "<!-- table of rights: printed by RightsTableTest -->\n";
  private static final String END = "<!-- end of the table of rights -->\n";

  private static final JavaClasses PLENUM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("plenum");

  private static final String ROOM = "abc";
  private static final Actor OWNER = Actors.known("Owner");
  private static final Actor MODERATOR = Actors.known("Moderator");
  private static final Actor LISTED = Actors.known("Listed");
  private static final Actor OTHER = Actors.known("Other");

  private final Rights rights =
      new Rights(() -> new RoomSettings(1, 1, 1, 1, 1, Duration.ofSeconds(60), Deleter.OWNER));

  private static Map<String, Actor> roles() {
    Map<String, Actor> roles = new LinkedHashMap<>();
    roles.put("somebody", OTHER);
    roles.put("by a guest link alone", invited(true));
    roles.put("by a guest link, too", invited(false));
    roles.put("on the list", LISTED);
    roles.put("moderator", MODERATOR);
    roles.put("owner", OWNER);
    roles.put("administrator", administrator());
    return roles;
  }

  private static Actor invited(boolean only) {
    return Actor.ofRequest(
        Actors.id("Invited"),
        OTHER.name(),
        Standing.NONE.with(new Invitation("link", ROOM, only, true)),
        Actors.HERE);
  }

  private static Actor administrator() {
    Actor plain = Actors.known("Administrator");
    return new Actor(
        plain.person(),
        plain.name(),
        Set.of(Role.ADMINISTRATOR),
        plain.session(),
        plain.address(),
        plain.page());
  }

  private static RoomRules rules(boolean strict) {
    Who who = strict ? Who.MODERATORS : Who.EVERYBODY;
    return new RoomRules(
        ROOM,
        Optional.of(OWNER.person()),
        Set.of(MODERATOR.person()),
        strict ? Access.MEMBERS : Access.OPEN,
        Set.of(LISTED.person()),
        Set.of(),
        strict,
        strict,
        strict,
        who,
        who,
        who,
        strict ? Deleters.OWNER : Deleters.EVERYBODY,
        strict ? Inviters.OWNER : Inviters.MODERATORS);
  }

  private String cell(Actor actor, RoomAct act) {
    boolean open = rights.may(actor, act, rules(false));
    boolean strict = rights.may(actor, act, rules(true));
    assertTrue(open || !strict, act + " is permitted by a stricter room alone");
    return strict ? "yes" : open ? "as the room says" : "no";
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    Set<String> names = roles().keySet();
    table.append("| act | ").append(String.join(" | ", names)).append(" |\n");
    table.append("|---".repeat(names.size() + 1)).append("|\n");
    for (RoomAct act : RoomAct.values()) {
      table.append("| ").append(words(act));
      roles().values().forEach(actor -> table.append(" | ").append(cell(actor, act)));
      table.append(" |\n");
    }
    table.append("\n| door | who |\n|---|---|\n");
    Doors.rows()
        .forEach(
            (door, who) ->
                table.append(
                    "| `%s` | %s |\n".formatted(door, who.startsWith("asks ") ? asked(who) : who)));
    return table.toString();
  }

  private static String asked(String row) {
    return "whom the act *" + words(Doors.act(row).orElseThrow()) + "* is permitted";
  }

  private static String words(RoomAct act) {
    return act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Test
  void isPrintedInTheDocument() throws IOException {
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    int end = document.indexOf(END);
    assertTrue(begin >= BEGIN.length() && end >= begin, "docs/security.md has lost its marks");
    String printed = document.substring(0, begin) + "\n" + table() + "\n" + document.substring(end);
    if (System.getProperty("print.rights") != null) {
      Files.writeString(DOCUMENT, printed);
    }
    assertEquals(
        printed,
        Files.readString(DOCUMENT),
        "print it anew: mvn test -Dtest=RightsTableTest -Dprint.rights=yes");
  }

  @Test
  void hasARowForEveryDoorAndNoOther() throws IOException {
    Set<String> doors = new TreeSet<>();
    SignalRecords.of(ClientMessage.class)
        .forEach(message -> doors.add("/signal: " + SignalRecords.name(message)));
    resources().forEach(door -> doors.add("REST: " + door));
    servlets().forEach(servlet -> doors.add("servlet: " + servlet));
    pages().forEach(page -> doors.add("page: /" + page));
    assertEquals(
        String.join("\n", doors),
        String.join("\n", new TreeSet<>(Doors.rows().keySet())),
        "plenum.right.Doors has to tell of every door who may use it");
  }

  private static Stream<String> resources() {
    return PLENUM.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .flatMap(RightsTableTest::resources);
  }

  private static Stream<String> resources(JavaClass type) {
    List<String> doors = new ArrayList<>();
    for (JavaMethod method : type.getMethods()) {
      String path =
          method
              .tryGetAnnotationOfType(Path.class)
              .map(found -> "/" + found.value().replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
              .orElse("");
      verbs(method).forEach(verb -> doors.add(verb + " " + type.getSimpleName() + path));
    }
    return doors.stream();
  }

  private static Stream<String> verbs(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType())
        .filter(type -> type.isAnnotatedWith(HttpMethod.class))
        .map(type -> type.getAnnotationOfType(HttpMethod.class).value());
  }

  private static Stream<String> servlets() {
    return PLENUM.stream()
        .filter(type -> type.isAssignableTo(HttpServlet.class))
        .map(JavaClass::getSimpleName);
  }

  private static List<String> pages() throws IOException {
    java.nio.file.Path root = java.nio.file.Path.of("src/main/webapp");
    try (Stream<java.nio.file.Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".xhtml") && !name.startsWith("WEB-INF"))
          .map(name -> name.substring(0, name.length() - ".xhtml".length()))
          .toList();
    }
  }

  @Test
  void givesNobodyMoreThanTheOwnerButAdministrators() {
    for (RoomAct act : RoomAct.values()) {
      for (boolean strict : new boolean[] {false, true}) {
        RoomRules rules = rules(strict);
        boolean owner = rights.may(OWNER, act, rules);
        assertTrue(owner || !rights.may(MODERATOR, act, rules), act + " of moderators");
        assertTrue(rights.may(administrator(), act, rules), act + " of administrators");
        boolean other = rights.may(OTHER, act, rules);
        assertTrue(rights.may(MODERATOR, act, rules) || !other, act + " of others");
      }
    }
  }
}
