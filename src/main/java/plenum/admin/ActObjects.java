package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.database.records.LastNames;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.presence.Presence;
import plenum.records.RecordsRefused;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;

/**
 * To what and whom an act was done, which the audit trail keeps by ids, in names: those of now, or
 * the last ones.
 */
@Named("objects")
@RequestScoped
public class ActObjects {

  /** Acts on what is kept by a name or an address, which somebody may have typed. */
  private static final Pattern OF_NAMES =
      Pattern.compile(
          "login|logout|end-logins|make-administrator|list-accounts|change-setting"
              + "|.*-(account|password|roles|token|webhook)");

  private final Map<String, Part> known = new HashMap<>();

  /** Lists whose names were looked for. */
  private final Set<List<Map<String, Object>>> learnt =
      Collections.newSetFromMap(new IdentityHashMap<>());

  @Inject RecordsPage records;
  @Inject Presence presence;
  @Inject Rooms rooms;
  @Inject LastNames past;

  /**
   * A part of what is shown.
   *
   * @param id what was kept
   * @param name what it is called; the same where it has no name
   * @param path the page of it, below {@code /admin/}; empty if it has none
   */
  public record Part(String id, String name, String path) {

    private static Part plain(String kept) {
      return new Part(kept, kept, "");
    }

    private static Part room(String id, String name) {
      return new Part(id, name, "meeting?room=" + id);
    }

    private static Part person(String id, String name) {
      return new Part(id, name, "person?id=" + id);
    }

    /** Whether it is called otherwise than it is kept. */
    public boolean named() {
      return !name.equals(id);
    }
  }

  /** What an act of the audit trail's page was done to. */
  public List<Part> of(Map<String, Object> line) {
    return of(records.lines("audit").getWrappedData(), line);
  }

  /**
   * What an act was done to; one part, as it was kept, where nothing of it has a name.
   *
   * @param lines all that are shown with it, the same list each time
   */
  public List<Part> of(List<Map<String, Object>> lines, Map<String, Object> line) {
    if (learnt.add(lines)) {
      learn(lines);
    }
    List<String> ids = ids(line).toList();
    return ids.stream().anyMatch(known::containsKey)
        ? ids.stream().map(id -> known.getOrDefault(id, Part.plain(id))).toList()
        : List.of(Part.plain(line.getOrDefault("object", "").toString()));
  }

  private static Stream<String> ids(Map<String, Object> line) {
    String object = line.getOrDefault("object", "").toString();
    boolean typed = OF_NAMES.matcher(line.getOrDefault("act", "").toString()).matches();
    return typed ? Stream.empty() : Stream.of(object.split(" "));
  }

  /** All of a page at once: the database is asked twice at most. */
  private void learn(List<Map<String, Object>> lines) {
    Set<String> people = ids(lines, PersonId::isOne);
    people.forEach(id -> nameOf(id).ifPresent(name -> known.put(id, Part.person(id, name))));
    Set<String> met = ids(lines, id -> RoomId.parse(id).isPresent());
    met.forEach(id -> roomOf(id).ifPresent(name -> known.put(id, Part.room(id, name))));
    people.removeAll(known.keySet());
    met.removeAll(known.keySet());
    try {
      past.ofPeople(people).forEach((id, name) -> known.put(id, Part.person(id, name)));
      past.ofRooms(met).forEach((id, name) -> known.put(id, Part.room(id, name)));
    } catch (RecordsRefused away) {
      // The page says so; ids are shown as they are.
    }
  }

  private static Set<String> ids(List<Map<String, Object>> lines, Predicate<String> form) {
    return lines.stream().flatMap(ActObjects::ids).filter(form).collect(Collectors.toSet());
  }

  private Optional<String> nameOf(String person) {
    return presence.nameOf(new PersonId(person)).map(DisplayName::value);
  }

  private Optional<String> roomOf(String room) {
    return rooms.room(new RoomId(room)).flatMap(RoomSummary::name).map(RoomName::value);
  }
}
