package plenum.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.chat.file.Attachment;
import plenum.chat.file.FileId;
import plenum.chat.file.FilesForTests;
import plenum.chat.file.Uploads;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.room.Devices;
import plenum.room.RoomEvent;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.settings.ChatSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;
import plenum.text.Refused;

/** Messages that bring files along. */
class ChatFilesTest {

  private final ManualTimers timers = new ManualTimers();
  private final Actor ada = Actors.named("Ada");
  private final Actor bob = Actors.named("Bob");
  private final Actor eve = Actors.named("Eve");
  private final MemoryMessageStore store = new MemoryMessageStore();
  private Conversations chat;
  private Uploads files;
  private Rooms rooms;
  private RoomId room;

  @TempDir private Path folder;

  @BeforeEach
  void meet() {
    rooms = RoomsForTests.rooms(timers, this::happened);
    begin();
    room = rooms.create(ada, new RoomName("Hall"), PlaceKind.GROUP).id();
    for (Actor actor : new Actor[] {ada, bob, eve}) {
      rooms.join(actor, room, Devices.NONE);
    }
  }

  private void begin() {
    files = FilesForTests.uploads(folder, this::now);
    chat =
        new InMemoryConversations(
            () -> new ChatSettings(30, 100, 3, Duration.ofMinutes(5), 10, 2, 30),
            rooms,
            RoomsForTests.rights(),
            this::now,
            timers::nanoTime,
            store,
            files,
            entry -> {},
            event -> {});
  }

  private Instant now() {
    return Instant.EPOCH.plusNanos(timers.nanoTime());
  }

  private void happened(RoomEvent event) {
    if (event instanceof RoomEvent.MemberJoined joined) {
      chat.joined(joined.room(), joined.person());
    } else if (event instanceof RoomEvent.MemberLeft left) {
      chat.left(left.room(), left.person());
    } else if (event instanceof RoomEvent.RoomDeleted) {
      chat.roomGone(event.room());
    } else if (event instanceof RoomEvent.RoomUpdated) {
      chat.look(event.room());
    }
  }

  private static NewMessage with(FileId file, Optional<PersonId> to, String token) {
    return new NewMessage(token, to, Optional.empty(), "", Optional.of(file));
  }

  private FileId upload(Actor actor) {
    return FilesForTests.text(files, actor, chat.writableByAny(actor).value(), "Hello");
  }

  private ChatMessage send(Actor actor) {
    return chat.write(actor, with(upload(actor), Optional.empty(), ""));
  }

  private boolean isThere(ChatMessage message) {
    return Files.exists(files.path(message.file().orElseThrow()));
  }

  private static void refused(String code, Runnable act) {
    assertEquals(code, assertThrows(Refused.class, act::run).code());
  }

  @Test
  void bringsAFileToEverybodyThere() {
    ChatMessage said = send(ada);

    assertEquals("", said.text());
    Attachment file = said.file().orElseThrow();
    assertEquals("notes.txt", file.name().value());
    assertEquals(file, chat.file(bob, room, said.id()));
    assertEquals(file, chat.file(Actors.otherTab(bob), room, said.id()), "by a request");
    refused("no-such-message", () -> chat.file(Actors.named("Zoe"), room, said.id()));
    refused("no-such-message", () -> chat.file(bob, new RoomId("other"), said.id()));
    refused("no-such-message", () -> chat.file(bob, room, new MessageId("none")));
  }

  @Test
  void bringsItOnceWhateverIsRepeated() {
    FileId id = upload(ada);
    ChatMessage said = chat.write(ada, with(id, Optional.empty(), "t1"));
    assertEquals(said, chat.write(ada, with(id, Optional.empty(), "t1")));
    refused("no-such-file", () -> chat.write(ada, with(id, Optional.empty(), "t2")));
    refused("no-such-file", () -> chat.write(bob, with(upload(ada), Optional.empty(), "")));
  }

  @Test
  void isForTwoWhereTheMessageIs() {
    ChatMessage said = chat.write(ada, with(upload(ada), Optional.of(bob.person()), ""));

    assertEquals("notes.txt", chat.file(bob, room, said.id()).name().value());
    assertEquals("notes.txt", chat.file(ada, room, said.id()).name().value());
    refused("no-such-message", () -> chat.file(eve, room, said.id()));
  }

  @Test
  void isForNobodyWhoLeft() {
    ChatMessage said = send(ada);
    rooms.leave(bob);

    refused("no-such-message", () -> chat.file(bob, room, said.id()));
    refused("not-in-a-room", () -> chat.writableByAny(bob));
  }

  @Test
  void goesWithItsMessage() {
    ChatMessage said = send(ada);
    chat.edit(ada, said.id(), "see above");
    assertTrue(isThere(said));
    chat.delete(ada, said.id());

    assertFalse(isThere(said));
    refused("no-such-message", () -> chat.file(bob, room, said.id()));
    assertEquals(0, files.count());
  }

  @Test
  void goesWithWhatIsTooMuch() {
    ChatMessage said = send(ada);
    for (int i = 0; i < 3; i++) {
      chat.write(bob, NewMessage.toAll("more"));
    }
    assertFalse(isThere(said));
  }

  @Test
  void goesWithTheMeeting() {
    ChatMessage said = send(ada);
    FileId coming = files.begin(ada, room.value(), "b.txt", 8);
    rooms.leave(ada);
    rooms.leave(bob);
    assertTrue(isThere(said));
    rooms.leave(eve);

    assertFalse(isThere(said));
    assertFalse(files.isComing(coming));
  }

  @Test
  void goesWithItsPerson() {
    ChatMessage said = send(ada);
    FileId coming = files.begin(ada, room.value(), "b.txt", 8);
    ChatMessage others = send(bob);
    chat.forget(ada.person());

    assertFalse(isThere(said));
    assertFalse(files.isComing(coming));
    assertTrue(isThere(others));
  }

  @Test
  void isKeptAndGoesWithTheMessageThatIsKept() {
    RoomsForTests.keepMessages(rooms, ada, room, 3);
    ChatMessage said = send(ada);
    ChatMessage deleted = send(bob);
    chat.delete(bob, deleted.id());
    begin();

    assertEquals(said.file().orElseThrow(), chat.file(bob, room, said.id()));
    assertTrue(isThere(said));
    assertEquals(1, files.count());
    timers.pass(Duration.ofDays(4));
    chat.look(room);
    assertFalse(isThere(said));
  }

  @Test
  void isSweptWhereNoMessageIsKept() {
    ChatMessage said = send(ada);
    begin();

    assertFalse(isThere(said));
  }

  @Test
  void goesWithTheRoom() {
    RoomsForTests.keepMessages(rooms, ada, room, 3);
    ChatMessage said = send(ada);
    rooms.delete(ada, room, true);

    assertFalse(isThere(said));
  }
}
