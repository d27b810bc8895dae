package plenum.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.audit.AuditEntry;
import plenum.chat.ChatEvent.ConversationOver;
import plenum.chat.ChatEvent.MessageChanged;
import plenum.chat.ChatEvent.MessageWritten;
import plenum.chat.ChatEvent.ReaderLeft;
import plenum.chat.file.FilesForTests;
import plenum.chat.file.Uploads;
import plenum.identity.Actor;
import plenum.media.PlaceKind;
import plenum.records.Erased;
import plenum.room.Devices;
import plenum.room.RoomEvent;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.settings.ChatSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class ConversationsTest {

  private static final int LENGTH = 30;
  private static final int RATE = 4;
  private static final int STORED = 6;

  @TempDir private Path folder;

  private final ManualTimers timers = new ManualTimers();
  private final List<ChatEvent> events = new ArrayList<>();
  private final List<AuditEntry> trail = new ArrayList<>();
  private final Actor ada = Actors.named("Ada");
  private final Actor bob = Actors.named("Bob");
  private final Actor eve = Actors.named("Eve");
  private final MemoryMessageStore store = new MemoryMessageStore();
  private Conversations chat;
  private Uploads files;
  private Rooms rooms;
  private RoomId room;

  @BeforeEach
  void meet() {
    rooms = RoomsForTests.rooms(timers, this::happened);
    begin();
    room = rooms.create(ada, new RoomName("Hall"), PlaceKind.GROUP).id();
    sit(ada, bob, eve);
  }

  /** What is kept is there from the beginning. */
  private void begin() {
    files = FilesForTests.uploads(folder, () -> Instant.EPOCH.plusNanos(timers.nanoTime()));
    chat =
        new InMemoryConversations(
            () -> new ChatSettings(LENGTH, RATE, STORED, Duration.ofMinutes(5), 10, 2, 30),
            rooms,
            RoomsForTests.rights(),
            () -> Instant.EPOCH.plusNanos(timers.nanoTime()),
            timers::nanoTime,
            store,
            files,
            trail::add,
            events::add);
  }

  private void happened(RoomEvent event) {
    if (event instanceof RoomEvent.MemberJoined joined) {
      chat.joined(joined.room(), joined.person());
    } else if (event instanceof RoomEvent.MemberLeft left) {
      chat.left(left.room(), left.person());
    } else if (event instanceof RoomEvent.RoomDeleted || event instanceof RoomEvent.CallClosed) {
      chat.roomGone(event.room());
    } else if (event instanceof RoomEvent.RoomUpdated) {
      chat.look(event.room());
    }
  }

  private void keepFor(int days) {
    RoomsForTests.keepMessages(rooms, ada, room, days);
  }

  private void sit(Actor... actors) {
    for (Actor actor : actors) {
      rooms.join(actor, room, Devices.NONE);
    }
  }

  private static NewMessage to(Actor addressee, String text) {
    return new NewMessage(
        "", Optional.of(addressee.person()), Optional.empty(), text, Optional.empty());
  }

  private static NewMessage answer(ChatMessage answered, String text) {
    return new NewMessage("", Optional.empty(), Optional.of(answered.id()), text, Optional.empty());
  }

  private ChatMessage say(Actor actor, String text) {
    return chat.write(actor, NewMessage.toAll(text));
  }

  private List<String> read(Actor actor) {
    return texts(chat.earlier(actor, Long.MAX_VALUE, 100));
  }

  private static List<String> texts(List<ChatMessage> messages) {
    return messages.stream().map(ChatMessage::text).toList();
  }

  private static void refused(String code, Runnable act) {
    assertEquals(code, assertThrows(ChatRefused.class, act::run).code());
  }

  @Test
  void tellsEverybodyWhatWasWritten() {
    ChatMessage said = say(ada, " Hello\r\nall ");

    assertEquals("Hello\nall", said.text());
    assertEquals(ada.name(), said.author().name());
    assertEquals(List.of(new MessageWritten(room, said)), events);
    assertEquals(List.of("Hello\nall"), read(bob));
  }

  @Test
  void keepsALineThatOthersSawBeingWritten() {
    ChatMessage line = chat.addLine(ada, "letter by letter");

    assertEquals(MessageKind.REAL_TIME, line.kind());
    assertEquals(List.of("letter by letter"), read(bob));
  }

  @Test
  void numbersWithoutAGapForMessagesToOne() {
    ChatMessage first = say(ada, "1");
    ChatMessage personal = chat.write(ada, to(bob, "psst"));
    ChatMessage second = say(bob, "2");

    assertEquals(List.of(1L, 1L, 2L), List.of(first.number(), personal.number(), second.number()));
  }

  @Test
  void letsNobodyElseReadAMessageToOne() {
    chat.write(ada, to(bob, "psst"));

    assertEquals(List.of("psst"), read(ada));
    assertEquals(List.of("psst"), read(bob));
    assertEquals(List.of(), read(eve));
    assertEquals(List.of(), chat.toEverybody(room, 10));
    assertEquals(List.of("psst"), texts(chat.personal(room, bob.person(), 10)));
    assertEquals(List.of(), chat.personal(room, eve.person(), 10));
  }

  @Test
  void writesToSomebodyElseWhoIsThere() {
    refused("no-such-member", () -> chat.write(ada, to(Actors.named("Zoe"), "psst")));
    refused("no-such-member", () -> chat.write(ada, to(ada, "psst")));
    rooms.leave(bob);
    refused("no-such-member", () -> chat.write(ada, to(bob, "psst")));
  }

  @Test
  void takesTheSameMessageOnce() {
    NewMessage wanted =
        new NewMessage("t1", Optional.empty(), Optional.empty(), "once", Optional.empty());
    ChatMessage first = chat.write(ada, wanted);
    Actor again = Actors.again(ada);
    sit(again);

    assertEquals(first, chat.write(again, wanted));
    assertNotEquals(first, chat.write(bob, wanted));
    assertEquals(List.of("once", "once"), read(eve));
  }

  @Test
  void isOnlyForWhoHasASeat() {
    Actor zoe = Actors.named("Zoe");
    ChatMessage said = say(ada, "hello");

    refused("not-in-a-room", () -> say(zoe, "hello"));
    refused("not-in-a-room", () -> read(zoe));
    refused("not-in-a-room", () -> chat.edit(zoe, said.id(), "other"));
    refused("not-in-a-room", () -> chat.delete(zoe, said.id()));
    refused("not-in-a-room", () -> say(Actors.otherTab(ada), "hello"));
  }

  @Test
  void tellsWhoReadsNoFurther() {
    rooms.leave(bob);

    assertEquals(List.of(new ReaderLeft(room, bob.person())), events);
    refused("not-in-a-room", () -> read(bob));
  }

  @Test
  void refusesWhatCannotBeRead() {
    refused("message-invalid", () -> say(ada, " \n "));
    refused("message-invalid", () -> say(ada, "x".repeat(LENGTH + 1)));
    refused("message-invalid", () -> chat.addLine(ada, ""));
  }

  @Test
  void refusesMoreThanOneCanWrite() {
    for (int i = 0; i < RATE; i++) {
      say(ada, "hello");
    }
    refused("too-many-messages", () -> say(ada, "hello"));
    assertEquals("hi", say(bob, "hi").text());
    timers.pass(ChatSettings.WINDOW);
    assertEquals("hello", say(ada, "hello").text());
  }

  @Test
  void answersWhatEveryReaderKnows() {
    ChatMessage question = say(ada, "why?");
    ChatMessage personal = chat.write(ada, to(bob, "psst"));

    assertEquals(Optional.of(question.id()), chat.write(bob, answer(question, "so")).reply());
    refused("no-such-message", () -> chat.write(bob, answer(personal, "so")));
    refused("no-such-message", () -> chat.write(eve, answer(personal, "so")));
    NewMessage back =
        new NewMessage(
            "", Optional.of(ada.person()), Optional.of(personal.id()), "so", Optional.empty());
    assertEquals(Optional.of(personal.id()), chat.write(bob, back).reply());
  }

  @Test
  void letsItsAuthorChangeAMessageForAWhile() {
    ChatMessage said = say(ada, "helo");
    timers.pass(Duration.ofMinutes(5));
    ChatMessage edited = chat.edit(ada, said.id(), "hello");

    assertEquals("hello", edited.text());
    assertTrue(edited.edited().isPresent());
    assertEquals(new MessageChanged(room, edited), events.get(1));
    refused("not-allowed", () -> chat.edit(bob, said.id(), "bye"));
    timers.pass(Duration.ofSeconds(1));
    refused("too-late", () -> chat.edit(ada, said.id(), "later"));
    assertEquals(List.of("hello"), read(bob));
  }

  @Test
  void letsItsAuthorDeleteAMessageForAWhile() {
    ChatMessage said = say(bob, "oops");
    ChatMessage old = say(bob, "old");
    ChatMessage deleted = chat.delete(bob, said.id());

    assertTrue(deleted.deleted());
    assertEquals("", deleted.text());
    assertEquals(deleted, chat.delete(bob, said.id()));
    refused("no-such-message", () -> chat.edit(bob, said.id(), "again"));
    refused("not-allowed", () -> chat.delete(eve, old.id()));
    timers.pass(Duration.ofMinutes(6));
    refused("too-late", () -> chat.delete(bob, old.id()));
  }

  @Test
  void letsModeratorsDeleteWheneverTheyWant() {
    ChatMessage said = say(bob, "rude");
    ChatMessage personal = chat.write(bob, to(eve, "psst"));
    timers.pass(Duration.ofHours(1));

    assertTrue(chat.delete(ada, said.id()).deleted());
    assertEquals(List.of("delete-message"), trail.stream().map(AuditEntry::act).toList());
    assertFalse(trail.get(0).toString().contains("rude"));
    refused("no-such-message", () -> chat.delete(ada, personal.id()));
  }

  @Test
  void forgetsTheOldest() {
    for (int i = 1; i <= STORED + 2; i++) {
      say(i % 2 == 0 ? ada : bob, "m" + i);
    }
    assertEquals(List.of("m3", "m4", "m5", "m6", "m7", "m8"), read(eve));
    assertEquals(List.of("m3", "m4"), texts(chat.earlier(eve, 5, 2)));
    assertEquals(List.of("m7", "m8"), texts(chat.toEverybody(room, 2)));
  }

  @Test
  void isThereForWhoComesLater() {
    say(ada, "hello");
    Actor zoe = Actors.named("Zoe");
    sit(zoe);

    assertEquals(List.of("hello"), read(zoe));
  }

  @Test
  void endsWithTheMeeting() {
    say(ada, "hello");
    rooms.leave(ada);
    rooms.leave(bob);
    assertFalse(events.contains(new ConversationOver(room)));
    rooms.leave(eve);
    assertTrue(events.contains(new ConversationOver(room)));
    sit(ada);

    assertEquals(List.of(), read(ada));
  }

  @Test
  void endsWithTheRoom() {
    say(ada, "hello");
    rooms.delete(ada, room, true);

    assertTrue(events.contains(new ConversationOver(room)));
    assertEquals(List.of(), chat.toEverybody(room, 10));
  }

  @Test
  void nobodyModeratesACall() {
    RoomId call = rooms.openCall(Set.of(bob.person(), ada.person()));
    Actor admin = Actors.administrator("Root");
    rooms.admit(call, admin.person());
    rooms.join(bob, call, Devices.NONE);
    rooms.join(admin, call, Devices.NONE);
    ChatMessage said = say(bob, "hello");

    refused("not-allowed", () -> chat.delete(admin, said.id()));
    assertEquals(List.of("hello"), read(admin));
  }

  @Test
  void forgetsWhatSomebodyErasedWrote() {
    say(bob, "hello");
    chat.write(ada, to(bob, "psst"));
    say(ada, "bye");
    assertEquals(List.of("hello"), texts(written(bob)));
    chat.forget(bob.person());

    assertEquals(List.of("", "", "bye"), read(ada));
    assertEquals(List.of(), written(bob));
    assertEquals(Erased.PERSON, chat.toEverybody(room, 10).get(0).author().person());
  }

  @Test
  void outlastsTheMeetingAndARestartWhereTheRoomSaysSo() {
    say(bob, "before");
    keepFor(3);
    chat.write(ada, to(bob, "psst"));
    rooms.leave(ada);
    rooms.leave(bob);
    rooms.leave(eve);
    begin();
    sit(bob);

    assertEquals(List.of("before", "psst"), read(bob));
    assertEquals(2, say(bob, "after").number());
    sit(eve);
    assertEquals(List.of("before", "after"), read(eve));
  }

  @Test
  void forgetsWhatIsTooOld() {
    keepFor(3);
    say(bob, "old");
    timers.pass(Duration.ofDays(2));
    say(bob, "new");
    timers.pass(Duration.ofDays(1).plusSeconds(1));
    assertEquals(1, chat.lookAtAll());
    assertEquals(0, chat.lookAtAll());

    assertEquals(List.of("new"), read(eve));
    assertEquals(List.of("new"), store.texts());
  }

  @Test
  void keepsNoLongerThanTheSitePermits() {
    keepFor(100);
    say(bob, "old");
    timers.pass(Duration.ofDays(11));
    chat.lookAtAll();

    assertEquals(List.of(), store.texts());
  }

  @Test
  void keepsWhatBecameOfMessages() {
    keepFor(3);
    ChatMessage said = say(bob, "helo");
    chat.edit(bob, said.id(), "hello");
    assertEquals(List.of("hello"), store.texts());
    for (int i = 0; i < STORED; i++) {
      say(i % 2 == 0 ? ada : eve, "more");
    }
    assertEquals(STORED, store.texts().size());
    chat.forget(ada.person());
    assertEquals(3, store.texts().stream().filter("more"::equals).count());
    assertFalse(store.all().toString().contains(ada.person().value()));
  }

  @Test
  void keepsNothingAnyMoreWhenTheRoomSaysSoOrIsGone() {
    keepFor(3);
    say(bob, "hello");
    keepFor(0);
    assertEquals(List.of(), store.texts());
    assertEquals(List.of("hello"), read(bob));
    keepFor(3);
    assertEquals(List.of("hello"), store.texts());
    rooms.delete(ada, room, true);
    assertEquals(List.of(), store.texts());
  }

  @Test
  void forgetsAtTheStartWhatIsOfNoRoom() {
    keepFor(3);
    say(bob, "hello");
    store.move(new RoomId("gone"));
    begin();
    chat.lookAtAll();

    assertEquals(List.of(), store.texts());
  }

  @Test
  void isTakenAlongByTheOwner() {
    say(bob, "hello");
    chat.write(ada, to(bob, "psst"));

    assertEquals(List.of("hello"), texts(chat.export(ada, room)));
    refused("not-allowed", () -> chat.export(bob, room));
    refused("no-such-room", () -> chat.export(ada, new RoomId("none")));
    assertEquals(List.of("export-messages", "export-messages"), acts().subList(0, 2));
  }

  private List<String> acts() {
    return trail.stream().map(AuditEntry::act).toList();
  }

  private List<ChatMessage> written(Actor actor) {
    return chat.writtenBy(actor.person(), 10).stream().map(Conversations.Written::message).toList();
  }
}
