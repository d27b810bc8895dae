package plenum.room;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.right.Access;
import plenum.right.Deleters;
import plenum.right.Inviters;
import plenum.right.Who;

/**
 * A room's options as texts by key. Persons and groups are one a line, a person as its id, a space
 * and its name; neither a name nor a group has a line break.
 */
final class OptionsMap {

  private static final String LINE = "\n";

  private OptionsMap() {}

  static Map<String, String> of(RoomOptions options) {
    Map<String, String> map = new LinkedHashMap<>();
    put(map, "access", options.access(), Access.OPEN);
    options.password().ifPresent(password -> map.put("password", password.hash()));
    put(map, "members", persons(options.invited().persons()));
    put(map, "groups", String.join(LINE, options.invited().groups()));
    put(map, "moderators", persons(options.moderators()));
    put(map, "lobby", flag(options.lobby()));
    put(map, "locked", flag(options.locked()));
    put(map, "hidden", flag(options.hidden()));
    options.lifetime().idle().ifPresent(idle -> map.put("idle", idle.toString()));
    options.lifetime().ends().ifPresent(ends -> map.put("ends", ends.toString()));
    options.most().ifPresent(most -> map.put("most", Integer.toString(most)));
    put(map, "share", options.floor().share(), Who.EVERYBODY);
    put(map, "speak", options.floor().speak(), Who.EVERYBODY);
    put(map, "camera", options.floor().camera(), Who.EVERYBODY);
    put(map, "delete", options.delete(), Deleters.OWNER);
    put(map, "invite", options.invite(), Inviters.OWNER);
    put(map, "messageDays", options.messageDays() > 0 ? "" + options.messageDays() : "");
    return map;
  }

  private static void put(Map<String, String> map, String key, Enum<?> value, Enum<?> usual) {
    put(map, key, value == usual ? "" : value.name().toLowerCase(Locale.ROOT));
  }

  private static void put(Map<String, String> map, String key, String value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }

  private static String flag(boolean set) {
    return set ? "true" : "";
  }

  private static String persons(List<NamedPerson> persons) {
    return persons.stream()
        .map(one -> one.person().value() + " " + one.name().value())
        .collect(Collectors.joining(LINE));
  }

  static RoomOptions options(Map<String, String> map) {
    return new RoomOptions(
        choice(map, "access", Access.OPEN),
        value(map, "password").map(RoomPassword::new),
        new Invited(persons(map, "members"), lines(map, "groups")),
        persons(map, "moderators"),
        flag(map, "lobby"),
        flag(map, "locked"),
        flag(map, "hidden"),
        lifetime(map),
        value(map, "most").map(Integer::valueOf).map(OptionalInt::of).orElse(OptionalInt.empty()),
        new Floor(
            choice(map, "share", Who.EVERYBODY),
            choice(map, "speak", Who.EVERYBODY),
            choice(map, "camera", Who.EVERYBODY)),
        choice(map, "delete", Deleters.OWNER),
        choice(map, "invite", Inviters.OWNER),
        value(map, "messageDays").map(Integer::parseInt).orElse(0));
  }

  private static Lifetime lifetime(Map<String, String> map) {
    try {
      return new Lifetime(
          value(map, "idle").map(Duration::parse), value(map, "ends").map(Instant::parse));
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException("its lifetime cannot be read", unreadable);
    }
  }

  private static Optional<String> value(Map<String, String> map, String key) {
    return Optional.ofNullable(map.get(key));
  }

  private static boolean flag(Map<String, String> map, String key) {
    return "true".equals(map.get(key));
  }

  private static <E extends Enum<E>> E choice(Map<String, String> map, String key, E usual) {
    return value(map, key)
        .map(text -> Enum.valueOf(usual.getDeclaringClass(), text.toUpperCase(Locale.ROOT)))
        .orElse(usual);
  }

  private static List<String> lines(Map<String, String> map, String key) {
    return value(map, key).map(text -> List.of(text.split(LINE))).orElse(List.of());
  }

  private static List<NamedPerson> persons(Map<String, String> map, String key) {
    return lines(map, key).stream().map(OptionsMap::person).toList();
  }

  private static NamedPerson person(String line) {
    int space = line.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("somebody in it has no name");
    }
    return new NamedPerson(
        new PersonId(line.substring(0, space)), DisplayName.of(line.substring(space + 1)));
  }
}
