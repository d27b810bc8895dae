package plenum.chat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.chat.ChatEvent.ConversationOver;
import plenum.chat.ChatEvent.MessageChanged;
import plenum.chat.ChatEvent.MessageWritten;
import plenum.chat.ChatEvent.ReaderLeft;
import plenum.chat.ChatRefused.Reason;
import plenum.chat.MessageStore.Kept;
import plenum.chat.file.Attachment;
import plenum.chat.file.FileId;
import plenum.chat.file.Uploads;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.order.Guard;
import plenum.records.Erased;
import plenum.right.Rights;
import plenum.room.NamedPerson;
import plenum.room.RoomId;
import plenum.room.Rooms;
import plenum.settings.ChatSettings;
import plenum.settings.Current;
import plenum.time.Pace;

/** The conversations of this JVM. */
final class InMemoryConversations implements Conversations {

  private static final String EXPORT = "export-messages";
  private static final String DELETE = "delete-message";
  private static final NamedPerson NOBODY = new NamedPerson(Erased.PERSON, Erased.NAME);

  /**
   * @param first whether there was no conversation before
   */
  private record Added(ChatMessage message, boolean first) {}

  private final Current<ChatSettings> settings;
  private final Where where;
  private final InstantSource clock;
  private final AuditTrail trail;
  private final Keeping keeping;
  private final Uploads files;
  private final Consumer<ChatEvent> events;
  private final Pace<PersonId> pace;
  private final Guard guard = new Guard();
  private final Map<RoomId, Conversation> byRoom = new HashMap<>();

  InMemoryConversations(
      Current<ChatSettings> settings,
      Rooms rooms,
      Rights rights,
      InstantSource clock,
      LongSupplier nanoTime,
      MessageStore store,
      Uploads files,
      AuditTrail trail,
      Consumer<ChatEvent> events) {
    this.settings = settings;
    this.where = new Where(rooms, rights);
    this.clock = clock;
    this.trail = trail;
    this.keeping = new Keeping(store, where::messageDays, () -> settings.now().days());
    this.events = events;
    this.files = files;
    keeping.all().forEach(this::restore);
    files.sweep();
    this.pace = new Pace<>(() -> settings.now().rate(), ChatSettings.WINDOW.toNanos(), nanoTime);
  }

  private void restore(Kept kept) {
    ChatMessage message = kept.message();
    conversation(kept.room()).restore(message);
    message
        .file()
        .ifPresent(file -> files.restore(message.author().person(), kept.room().value(), file));
  }

  @Override
  public RoomId writableByAny(Actor actor) {
    return where.writableByAny(actor);
  }

  @Override
  public Attachment file(Actor actor, RoomId room, MessageId id) {
    return Optional.of(room)
        .filter(one -> where.isIn(actor, one))
        .map(one -> guard.look(() -> readable(actor, one, id)))
        .flatMap(ChatMessage::file)
        .orElseThrow(InMemoryConversations::noSuchMessage);
  }

  @Override
  public RoomId of(Actor actor) {
    return where.room(actor);
  }

  @Override
  public ChatMessage write(Actor actor, NewMessage wanted) {
    RoomId room = where.writable(actor);
    Optional<ChatMessage> before =
        wanted.token().isEmpty()
            ? Optional.empty()
            : guard.look(() -> find(room).flatMap(one -> one.sent(actor.person(), wanted.token())));
    if (before.isPresent()) {
      return before.get();
    }
    boolean silent = wanted.file().isPresent() && wanted.text().isBlank();
    String text = silent ? "" : checked(wanted.text());
    Optional<NamedPerson> to = wanted.to().map(one -> where.addressee(actor, room, one));
    if (!pace.take(actor.person())) {
      throw new ChatRefused(Reason.TOO_MANY_MESSAGES, "too-many-messages");
    }
    return add(room, new Draft(named(actor), wanted, text, to, MessageKind.TEXT));
  }

  @Override
  public RoomId writable(Actor actor) {
    return where.writable(actor);
  }

  @Override
  public ChatMessage addLine(Actor actor, String text) {
    RoomId room = where.writable(actor);
    return add(room, Draft.line(named(actor), checked(text)));
  }

  @Override
  public boolean keepLine(RoomId room, NamedPerson author, String text) {
    Optional<Draft> draft =
        MessageText.of(text, settings.now().length()).map(line -> Draft.line(author, line));
    return guard.change(
        () -> draft.flatMap(one -> find(room).map(said -> put(room, said, one))).isPresent());
  }

  private static NamedPerson named(Actor actor) {
    return new NamedPerson(actor.person(), actor.name());
  }

  private String checked(String raw) {
    int longest = settings.now().length();
    return MessageText.of(raw, longest)
        .orElseThrow(() -> new ChatRefused(Reason.MESSAGE_INVALID, "message-invalid", longest));
  }

  private ChatMessage add(RoomId room, Draft draft) {
    Added added =
        guard.change(
            () -> {
              boolean first = !byRoom.containsKey(room);
              Conversation said = conversation(room);
              return new Added(
                  said.sent(draft.author().person(), draft.wanted().token())
                      .orElseGet(() -> put(room, said, draft)),
                  first);
            });
    if (added.first() && where.isGone(room)) {
      roomGone(room); // Deleted in between: nobody else would forget it.
    }
    return added.message();
  }

  private ChatMessage put(RoomId room, Conversation said, Draft draft) {
    ChatMessage bare = draft.message(said.number(draft.to().isEmpty()), now());
    boolean answersKnown =
        draft.wanted().reply().isEmpty()
            || said.message(draft.wanted().reply().get()).filter(bare::mayAnswer).isPresent();
    if (!answersKnown) {
      throw noSuchMessage();
    }
    ChatMessage message = withFile(room, draft, bare);
    String token = draft.wanted().token();
    keeping.forget(said, said.add(message, token, settings.now().stored()));
    keeping.put(room, said, message);
    tell(new MessageWritten(room, message));
    return message;
  }

  /** The file is the message's from now on. */
  private ChatMessage withFile(RoomId room, Draft draft, ChatMessage message) {
    return draft
        .wanted()
        .file()
        .map(id -> message.with(files.take(draft.author().person(), room.value(), id)))
        .orElse(message);
  }

  @Override
  public ChatMessage edit(Actor actor, MessageId id, String text) {
    RoomId room = where.writable(actor);
    String checked = checked(text);
    return guard.change(
        () -> {
          ChatMessage before = readable(actor, room, id);
          where.requireAuthor(actor, before);
          requireInTime(before);
          if (before.deleted()) {
            throw noSuchMessage();
          }
          if (before.text().equals(checked)) {
            return before;
          }
          return change(room, before.changed(checked, now()));
        });
  }

  @Override
  public ChatMessage delete(Actor actor, MessageId id) {
    RoomId room = where.room(actor);
    return guard.change(
        () -> {
          ChatMessage before = readable(actor, room, id);
          if (before.deleted()) {
            return before;
          }
          boolean moderates = where.mayDelete(actor, room, before);
          if (!moderates) {
            where.requireAuthor(actor, before);
            requireInTime(before);
          }
          if (!before.isBy(actor.person())) {
            trail.add(
                AuditEntry.done(actor, DELETE, room.value() + " " + before.author().person()));
          }
          return change(room, before.asDeleted());
        });
  }

  private ChatMessage change(RoomId room, ChatMessage after) {
    Conversation said = byRoom.get(room);
    said.change(after.id(), before -> after);
    keeping.put(room, said, after);
    tell(new MessageChanged(room, after));
    return after;
  }

  private ChatMessage readable(Actor actor, RoomId room, MessageId id) {
    return find(room)
        .flatMap(said -> said.message(id))
        .filter(one -> one.isFor(actor.person()))
        .orElseThrow(InMemoryConversations::noSuchMessage);
  }

  private void requireInTime(ChatMessage message) {
    if (now().isAfter(message.at().plus(settings.now().changeTime()))) {
      throw new ChatRefused(Reason.TOO_LATE, "too-late");
    }
  }

  private static ChatRefused noSuchMessage() {
    return new ChatRefused(Reason.NO_SUCH_MESSAGE, "no-such-message");
  }

  @Override
  public List<ChatMessage> earlier(Actor actor, long before, int most) {
    RoomId room = where.room(actor);
    return newest(room, most, one -> one.number() < before && one.isFor(actor.person()));
  }

  @Override
  public List<ChatMessage> export(Actor actor, RoomId room) {
    try {
      where.requireExport(actor, room);
    } catch (ChatRefused refused) {
      trail.add(AuditEntry.refused(actor, EXPORT, room.value(), refused.code()));
      throw refused;
    }
    trail.add(AuditEntry.done(actor, EXPORT, room.value()));
    return newest(room, Integer.MAX_VALUE, ChatMessage::isForEverybody);
  }

  @Override
  public List<ChatMessage> toEverybody(RoomId room, int most) {
    return newest(room, most, ChatMessage::isForEverybody);
  }

  @Override
  public List<ChatMessage> personal(RoomId room, PersonId person, int most) {
    return newest(room, most, one -> !one.isForEverybody() && one.isFor(person));
  }

  private List<ChatMessage> newest(RoomId room, int most, Predicate<ChatMessage> which) {
    return guard.look(() -> find(room).map(said -> said.newest(which, most)).orElse(List.of()));
  }

  @Override
  public List<Written> writtenBy(PersonId person, int most) {
    return guard.look(
        () ->
            byRoom.entrySet().stream()
                .flatMap(
                    entry ->
                        entry
                            .getValue()
                            .newest(one -> one.isBy(person) && !one.deleted(), most)
                            .stream()
                            .map(one -> new Written(entry.getKey(), one)))
                .limit(most)
                .toList());
  }

  @Override
  public Optional<ChatMessage> message(RoomId room, MessageId message) {
    return guard.look(() -> find(room).flatMap(said -> said.message(message)));
  }

  @Override
  public void joined(RoomId room, PersonId person) {
    guard.run(
        () -> {
          Conversation said = conversation(room);
          said.joined(person);
          keeping.look(room, said, now());
        });
  }

  @Override
  public void left(RoomId room, PersonId person) {
    guard.run(
        () -> {
          tell(new ReaderLeft(room, person));
          find(room).filter(said -> said.left(person)).ifPresent(said -> meetingOver(room, said));
        });
  }

  private int meetingOver(RoomId room, Conversation said) {
    int old = keeping.look(room, said, now());
    if (!said.isKept()) {
      end(room);
    }
    return old;
  }

  @Override
  public void roomGone(RoomId room) {
    guard.run(() -> end(room));
  }

  private void end(RoomId room) {
    Conversation over = byRoom.remove(room);
    if (over != null) {
      keeping.end(room, over);
      over.end();
      guard.write(() -> files.endOf(room.value()));
      tell(new ConversationOver(room));
    }
  }

  @Override
  public void look(RoomId room) {
    guard.run(() -> find(room).ifPresent(said -> look(room, said)));
  }

  @Override
  public int lookAtAll() {
    return guard.change(
        () ->
            Map.copyOf(byRoom).entrySet().stream()
                .mapToInt(entry -> look(entry.getKey(), entry.getValue()))
                .sum());
  }

  private int look(RoomId room, Conversation said) {
    if (where.isGone(room)) {
      end(room);
      return 0;
    }
    return said.isLeft() ? meetingOver(room, said) : keeping.look(room, said, now());
  }

  private Conversation conversation(RoomId room) {
    return byRoom.computeIfAbsent(room, id -> new Conversation(this::release));
  }

  /** The disk is waited for when the lock is not held any more. */
  private void release(FileId file) {
    guard.write(() -> files.release(file));
  }

  @Override
  public void forget(PersonId person) {
    guard.run(() -> byRoom.forEach((room, said) -> forget(room, said, person)));
    files.forget(person);
  }

  /** What was said to the person alone goes too: nobody is left to whom it was said. */
  private void forget(RoomId room, Conversation said, PersonId person) {
    said.newest(one -> one.isBy(person) || isTo(person, one), Integer.MAX_VALUE)
        .forEach(one -> change(room, one.without(person, NOBODY)));
  }

  private static boolean isTo(PersonId person, ChatMessage message) {
    return message.to().filter(one -> one.person().equals(person)).isPresent();
  }

  private Optional<Conversation> find(RoomId room) {
    return Optional.ofNullable(byRoom.get(room));
  }

  private void tell(ChatEvent event) {
    guard.then(() -> events.accept(event));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
