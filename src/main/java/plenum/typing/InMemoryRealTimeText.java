package plenum.typing;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import plenum.chat.Conversations;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.order.Guard;
import plenum.room.NamedPerson;
import plenum.room.RoomId;
import plenum.room.Rooms;
import plenum.settings.Current;
import plenum.settings.TypingSettings;
import plenum.text.Refused;
import plenum.typing.TypingRefused.Reason;

/** The lines that are being written in this JVM. */
final class InMemoryRealTimeText implements RealTimeText {

  private static final System.Logger LOG = System.getLogger(RealTimeText.class.getName());

  private static final int TENTH = 10;

  /** Others read no more lines than that, and their history is as long as it is. */
  private static final int OF_A_LINE = 100;

  private final Current<TypingSettings> settings;
  private final Rooms rooms;
  private final Conversations conversations;
  private final Consumer<LineTyped> events;
  private final Allowance<PersonId> allowance;
  private final Guard guard = new Guard();
  private final Map<RoomId, Map<PersonId, Typist>> byRoom = new HashMap<>();
  private final Returning returning;

  /**
   * @param conversations keep the lines that are finished, and say where one may write
   * @param nanoTime as {@link System#nanoTime}
   */
  InMemoryRealTimeText(
      Current<TypingSettings> settings,
      Rooms rooms,
      Conversations conversations,
      Consumer<LineTyped> events,
      LongSupplier nanoTime) {
    this.settings = settings;
    this.rooms = rooms;
    this.conversations = conversations;
    this.events = events;
    this.allowance = new Allowance<>(() -> settings.now().rate(), nanoTime);
    this.returning = new Returning(nanoTime);
  }

  @Override
  public void type(Actor actor, Typed typed) {
    RoomId room = conversations.writable(actor);
    PersonId person = actor.person();
    guard.run(() -> take(actor, room, typed));
    if (isGone(room, person)) {
      left(room, person); // In between: nobody else would forget the line.
    }
  }

  private void take(Actor actor, RoomId room, Typed typed) {
    PersonId person = actor.person();
    Typist typist =
        find(room, person)
            .or(() -> returning.find(room, person))
            .orElseGet(() -> new Typist(actor.name()));
    if (typist.knows(typed)) {
      return;
    }
    if (!typist.awaits(typed)) {
      throw new TypingRefused(Reason.OUT_OF_STEP, "out-of-step");
    }
    String plain = T140.plain(typed.text());
    if (!allowance.take(person, cost(plain))) {
      throw new TypingRefused(Reason.TOO_FAST, "too-fast");
    }
    byRoom.computeIfAbsent(room, id -> new LinkedHashMap<>()).put(person, typist);
    returning.remove(room, person);
    String ended = typist.endedBy(typed);
    List<String> finished = typist.take(typed, actor.name()).write(plain, settings.now().line());
    Stream.concat(Stream.of(ended), finished.stream())
        .filter(text -> !text.isBlank())
        .forEach(text -> guard.then(() -> keep(actor, text)));
    guard.then(() -> events.accept(new LineTyped(room, person)));
  }

  /**
   * What the edit costs, in characters: those that there are more afterwards, a tenth of all, since
   * who corrects in the middle of a line writes its end anew, and more for each line.
   */
  private static int cost(String plain) {
    int all = plain.codePointCount(0, plain.length());
    int erased = (int) plain.codePoints().filter(one -> one == T140.ERASE).count();
    int lines = (int) plain.codePoints().filter(one -> one == T140.NEW_LINE).count();
    return Math.max(0, all - 2 * erased) + all / TENTH + lines * OF_A_LINE;
  }

  /** A line that cannot be kept was seen by everybody who was there all the same. */
  private void keep(Actor actor, String text) {
    try {
      conversations.addLine(actor, text);
    } catch (Refused refused) {
      LOG.log(Level.DEBUG, () -> "A finished line is not kept: " + refused.code());
    }
  }

  /** What somebody did not finish, and others read all the same. */
  private void keep(RoomId room, NamedPerson author, String text) {
    if (!text.isBlank() && !conversations.keepLine(room, author, text)) {
      guard.run(() -> returning.remove(room, author.person()));
    }
  }

  private boolean isGone(RoomId room, PersonId person) {
    return rooms.seatOf(person).filter(room::equals).isEmpty();
  }

  @Override
  public List<TypedLine> lines(RoomId room) {
    return guard.look(
        () ->
            byRoom.getOrDefault(room, Map.of()).entrySet().stream()
                .flatMap(entry -> view(entry.getKey(), entry.getValue()).stream())
                .toList());
  }

  @Override
  public Optional<TypedLine> line(RoomId room, PersonId person) {
    return guard.look(() -> find(room, person).flatMap(typist -> view(person, typist)));
  }

  private static Optional<TypedLine> view(PersonId person, Typist typist) {
    Line line = typist.line();
    return Optional.of(line.text())
        .filter(text -> !text.isEmpty())
        .map(text -> new TypedLine(person, typist.name(), line.number(), text));
  }

  private Optional<Typist> find(RoomId room, PersonId person) {
    return Optional.ofNullable(byRoom.getOrDefault(room, Map.of()).get(person));
  }

  @Override
  public void left(RoomId room, PersonId person) {
    guard.run(
        () -> {
          Map<PersonId, Typist> typists = byRoom.getOrDefault(room, new HashMap<>());
          Typist gone = typists.remove(person);
          if (gone != null) {
            String unfinished = gone.line().text();
            gone.left();
            returning.add(room, person, gone);
            guard.then(() -> keep(room, new NamedPerson(person, gone.name()), unfinished));
            guard.then(() -> events.accept(new LineTyped(room, person)));
          }
          if (typists.isEmpty()) {
            byRoom.remove(room);
          }
        });
  }

  @Override
  public void roomGone(RoomId room) {
    guard.run(
        () -> {
          byRoom.remove(room);
          returning.removeAll(room);
        });
  }

  @Override
  public void conversationOver(RoomId room) {
    guard.run(() -> returning.removeAll(room));
  }
}
