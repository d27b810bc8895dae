package plenum.signal.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import plenum.identity.PersonId;
import plenum.identity.VisibleText;
import plenum.right.Access;
import plenum.right.Deleters;
import plenum.right.Inviters;
import plenum.right.Who;
import plenum.room.Floor;
import plenum.room.Invited;
import plenum.room.Lifetime;
import plenum.room.NamedPerson;
import plenum.room.RoomOptions;
import plenum.room.RoomPassword;
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;
import plenum.signal.room.OptionsMessage.Wanted;

/** Makes a room's options of what a client wants; what cannot be is {@code OPTIONS_INVALID}. */
final class WantedOptions {

  private static final int SHORTEST_PASSWORD = 6;
  private static final int MOST_MEMBERS = 200;
  private static final int MOST_GROUPS = 50;
  private static final int LONGEST_GROUP = 100;
  private static final int MOST_PEOPLE = 10_000;
  private static final int LONGEST_IDLE = (int) Duration.ofDays(366).toMinutes();
  private static final int LONGEST_DAYS = 3650;
  private static final Duration LONGEST = Duration.ofDays(10 * 366);

  private final Wanted wanted;
  private final Function<PersonId, Optional<NamedPerson>> known;
  private final InstantSource clock;
  private final Optional<RoomPassword> fresh;

  /**
   * Takes as long as a password's hash does.
   *
   * @param known somebody who is here now
   */
  WantedOptions(
      Wanted wanted, Function<PersonId, Optional<NamedPerson>> known, InstantSource clock) {
    this.wanted = wanted;
    this.known = known;
    this.clock = clock;
    this.fresh = wanted.password().map(WantedOptions::password);
  }

  private static RoomPassword password(String text) {
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST_PASSWORD || length > RoomPassword.LONGEST) {
      throw invalid("options-invalid.password", SHORTEST_PASSWORD, RoomPassword.LONGEST);
    }
    return RoomPassword.of(text);
  }

  /** The room's options from now on. */
  RoomOptions of(RoomOptions before) {
    Access access = choice(wanted.access(), Access.OPEN);
    Optional<RoomPassword> password = fresh.or(before::password);
    if (access == Access.PASSWORD && password.isEmpty()) {
      throw invalid("options-invalid.no-password");
    }
    return new RoomOptions(
        access,
        access == Access.PASSWORD ? password : Optional.empty(),
        new Invited(members(before), groups()),
        before.moderators(),
        wanted.lobby(),
        wanted.locked(),
        wanted.hidden(),
        new Lifetime(idle(), wanted.ends().map(this::ends)),
        most(),
        new Floor(who(wanted.share()), who(wanted.speak()), who(wanted.camera())),
        choice(wanted.delete(), Deleters.OWNER),
        choice(wanted.invite(), Inviters.OWNER),
        number(wanted.messageDays(), LONGEST_DAYS, "options-invalid.message-days").orElse(0));
  }

  /** Who is not here now keeps the name that was written down; nobody else can be added. */
  private List<NamedPerson> members(RoomOptions before) {
    if (wanted.members().size() > MOST_MEMBERS) {
      throw invalid("options-invalid.members", MOST_MEMBERS);
    }
    return wanted.members().stream()
        .distinct()
        .map(WantedOptions::person)
        .map(
            id ->
                known
                    .apply(id)
                    .or(() -> find(before.invited().persons(), id))
                    .orElseThrow(() -> invalid("options-invalid.member")))
        .toList();
  }

  private static Optional<NamedPerson> find(List<NamedPerson> persons, PersonId id) {
    return persons.stream().filter(one -> one.person().equals(id)).findFirst();
  }

  private static PersonId person(String id) {
    try {
      return new PersonId(id);
    } catch (IllegalArgumentException malformed) {
      throw invalid("options-invalid.member");
    }
  }

  private List<String> groups() {
    if (wanted.groups().size() > MOST_GROUPS) {
      throw invalid("options-invalid.groups", MOST_GROUPS, LONGEST_GROUP);
    }
    return wanted.groups().stream()
        .map(
            group ->
                VisibleText.of(group, LONGEST_GROUP)
                    .orElseThrow(
                        () -> invalid("options-invalid.groups", MOST_GROUPS, LONGEST_GROUP)))
        .distinct()
        .toList();
  }

  private Optional<Duration> idle() {
    OptionalInt minutes = number(wanted.idle(), LONGEST_IDLE, "options-invalid.idle");
    return minutes.isPresent()
        ? Optional.of(Duration.ofMinutes(minutes.getAsInt()))
        : Optional.empty();
  }

  private Instant ends(String text) {
    try {
      Instant at = Instant.parse(text);
      Instant now = clock.instant();
      if (at.isAfter(now) && at.isBefore(now.plus(LONGEST))) {
        return at;
      }
    } catch (DateTimeParseException notATime) {
      // Told below, like a time that has passed.
    }
    throw invalid("options-invalid.ends");
  }

  private OptionalInt most() {
    return number(wanted.most(), MOST_PEOPLE, "options-invalid.most");
  }

  private static OptionalInt number(OptionalLong wanted, int most, String key) {
    if (wanted.isEmpty()) {
      return OptionalInt.empty();
    }
    long number = wanted.getAsLong();
    if (number < 1 || number > most) {
      throw invalid(key, most);
    }
    return OptionalInt.of((int) number);
  }

  private static Who who(Optional<String> text) {
    return choice(text, Who.EVERYBODY);
  }

  private static <E extends Enum<E>> E choice(Optional<String> text, E usual) {
    try {
      return text.map(one -> Enum.valueOf(usual.getDeclaringClass(), one.toUpperCase(Locale.ROOT)))
          .orElse(usual);
    } catch (IllegalArgumentException unknown) {
      throw invalid("options-invalid.choice", text.get());
    }
  }

  private static RoomRefused invalid(String key, Object... values) {
    return new RoomRefused(Reason.OPTIONS_INVALID, key, values);
  }
}
