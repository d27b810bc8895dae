package plenum.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.chat.ChatRefused;
import plenum.chat.Conversations;
import plenum.chat.ConversationsForTests;
import plenum.identity.Actor;
import plenum.media.PlaceKind;
import plenum.room.Devices;
import plenum.room.RoomEvent;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.settings.TypingSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;
import plenum.typing.TypingRefused.Reason;

/** What people type, as others have it. */
class RealTimeTextTest {

  @TempDir static Path folder;

  private static final Devices NONE = Devices.of(false, false, false, false);

  private final ManualTimers timers = new ManualTimers();
  private final List<LineTyped> events = new ArrayList<>();
  private final Rooms rooms = RoomsForTests.rooms(timers, this::hear);
  private final Conversations conversations =
      ConversationsForTests.conversations(rooms, timers, folder);
  private final InMemoryRealTimeText text =
      new InMemoryRealTimeText(
          () -> new TypingSettings(20, 50), rooms, conversations, events::add, timers::nanoTime);

  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");
  private final RoomId room = rooms.create(ada, new RoomName("Talk"), PlaceKind.GROUP).id();
  private long number;

  RealTimeTextTest() {
    rooms.join(ada, room, NONE);
    rooms.join(grace, room, NONE);
  }

  private void hear(RoomEvent event) {
    if (event instanceof MemberLeft left) {
      text.left(left.room(), left.person());
      conversations.left(left.room(), left.person());
    } else if (event instanceof MemberJoined joined) {
      conversations.joined(joined.room(), joined.person());
    }
  }

  private List<String> history() {
    return conversations.toEverybody(room, 100).stream()
        .map(message -> message.author().name() + ": " + message.text())
        .toList();
  }

  private void type(Actor actor, String typed) {
    text.type(actor, new Typed("s", ++number, typed));
  }

  private Optional<String> line(Actor actor) {
    return text.line(room, actor.person()).map(TypedLine::text);
  }

  private static void refused(Reason reason, Runnable step) {
    assertEquals(reason, assertThrows(TypingRefused.class, step::run).reason());
  }

  @Test
  void showsCorrectionsAsTheyHappen() {
    type(ada, "Helo");
    assertEquals(Optional.of("Helo"), line(ada));
    type(ada, "\b");
    assertEquals(Optional.of("Hel"), line(ada));
    type(ada, "lo");
    assertEquals(Optional.of("Hello"), line(ada));
    type(ada, "\b".repeat(9));
    assertEquals(Optional.empty(), line(ada));
    assertEquals(List.of(), history());
    assertEquals(4, events.size());
  }

  @Test
  void hasALineForEachWhoTypes() {
    type(ada, "one");
    text.type(grace, new Typed("other", 1, "two"));
    assertEquals(
        List.of("one", "two"), text.lines(room).stream().map(TypedLine::text).sorted().toList());
  }

  @Test
  void keepsFinishedLinesInTheHistoryAndNoBlankOnes() {
    type(ada, "first\u2028sec");
    assertEquals(List.of("Ada: first"), history());
    assertEquals(Optional.of("sec"), line(ada));
    assertEquals(2, text.line(room, ada.person()).orElseThrow().number());
    type(ada, "ond\u2028 \u2028\u2028");
    assertEquals(List.of("Ada: first", "Ada: second"), history());
    assertEquals(Optional.empty(), line(ada));
  }

  @Test
  void finishedLinesAreFinal() {
    type(ada, "done\u2028\b\b");
    assertEquals(List.of("Ada: done"), history());
    assertEquals(Optional.empty(), line(ada));
  }

  @Test
  void takesNoEditTwice() {
    text.type(ada, new Typed("s", 1, "a"));
    text.type(ada, new Typed("s", 2, "b"));
    text.type(ada, new Typed("s", 2, "b"));
    text.type(ada, new Typed("s", 1, "a"));
    assertEquals(Optional.of("ab"), line(ada));
  }

  @Test
  void saysWhenAnEditIsMissing() {
    refused(Reason.OUT_OF_STEP, () -> text.type(ada, new Typed("s", 2, "b")));
    text.type(ada, new Typed("s", 1, "a"));
    refused(Reason.OUT_OF_STEP, () -> text.type(ada, new Typed("s", 3, "c")));
    assertEquals(Optional.of("a"), line(ada));
  }

  @Test
  void beginsAnotherStreamWithAnEmptyLine() {
    text.type(ada, new Typed("s", 1, "from the page before"));
    text.type(grace, new Typed("g", 1, " "));
    long before = text.line(room, ada.person()).orElseThrow().number();
    text.type(ada, new Typed("t", 1, "anew"));
    TypedLine now = text.line(room, ada.person()).orElseThrow();
    assertEquals("anew", now.text());
    assertEquals(List.of("Ada: from the page before"), history());
    assertTrue(now.number() > before);
  }

  @Test
  void keepsTheLineOfABrokenConnectionAndFinishesItWithTheSeat() {
    type(ada, "half");
    rooms.disconnected(ada.session(), false);
    assertEquals(Optional.of("half"), line(ada));
    Actor back = Actors.again(ada);
    rooms.join(back, room, NONE);
    type(back, " a line");
    assertEquals(Optional.of("half a line"), line(back));

    rooms.leave(back);
    assertEquals(Optional.empty(), line(back));
    assertEquals(List.of("Ada: half a line"), history());
    assertEquals(new LineTyped(room, ada.person()), events.get(events.size() - 1));
    assertThrows(ChatRefused.class, () -> type(back, "x"));
    rooms.join(back, room, NONE);
    refused(Reason.OUT_OF_STEP, () -> type(back, "x"));
  }

  /** As the server finds out when nobody comes back for long. */
  private Actor lost(Actor actor) {
    rooms.leave(actor);
    Actor back = Actors.again(actor);
    rooms.join(back, room, NONE);
    return back;
  }

  @Test
  void goesOnBehindWhatOthersHaveReadOfALineWhoseSeatWasLost() {
    text.type(ada, new Typed("s", 1, "half "));
    Actor back = lost(ada);
    assertEquals(List.of("Ada: half"), history());

    text.type(back, new Typed("s", 1, "half "));
    assertEquals(Optional.empty(), line(back));
    text.type(back, new Typed("s", 2, "a line"));
    assertEquals(Optional.of("a line"), line(back));
    text.type(back, new Typed("s", 3, "\b\b\b\bpage\u2028next"));
    assertEquals(List.of("Ada: half", "Ada: a page"), history());
    assertEquals(Optional.of("next"), line(back));
    assertEquals(Optional.of("and"), goesOn(lost(back), 4, " and"));
    assertEquals(List.of("Ada: half", "Ada: a page", "Ada: next"), history());
  }

  private Optional<String> goesOn(Actor actor, long next, String typed) {
    text.type(actor, new Typed("s", next, typed));
    return line(actor).map(String::strip);
  }

  @Test
  void showsAllOfALineWhoseBeginningIsCorrectedAfterASeatWasLost() {
    text.type(ada, new Typed("s", 1, "halb"));
    Actor back = lost(ada);
    long before = text.lines(room).size();
    assertEquals(Optional.of("half"), goesOn(back, 2, "\bf"));
    text.type(back, new Typed("s", 3, "\u2028"));
    assertEquals(List.of("Ada: halb", "Ada: half"), history());
    assertEquals(0, before);
  }

  @Test
  void anotherStreamAfterASeatWasLostBeginsWithAnEmptyLine() {
    text.type(ada, new Typed("s", 1, "half"));
    Actor back = lost(ada);
    text.type(back, new Typed("t", 1, "half"));
    assertEquals(Optional.of("half"), line(back));
    text.type(back, new Typed("t", 2, "\u2028"));
    assertEquals(List.of("Ada: half", "Ada: half"), history());
  }

  @Test
  void forgetsAfterSomeMinutesWhoDoesNotComeBack() {
    text.type(ada, new Typed("s", 1, "half"));
    rooms.leave(ada);
    timers.pass(Duration.ofMinutes(6));
    Actor back = Actors.again(ada);
    rooms.join(back, room, NONE);
    refused(Reason.OUT_OF_STEP, () -> text.type(back, new Typed("s", 2, " a line")));
  }

  @Test
  void goesOnBehindNothingThatIsNoMessageAnyMore() {
    text.type(ada, new Typed("s", 1, "half"));
    Actor back = lost(ada);
    text.conversationOver(room);
    refused(Reason.OUT_OF_STEP, () -> text.type(back, new Typed("s", 2, " a line")));

    text.type(back, new Typed("t", 1, "half"));
    conversations.roomGone(room); // Nothing is kept of the line.
    Actor again = lost(back);
    refused(Reason.OUT_OF_STEP, () -> text.type(again, new Typed("t", 2, " a line")));
  }

  @Test
  void keepsNothingInAMeetingThatIsOver() {
    rooms.leave(grace);
    type(ada, "half");
    rooms.leave(ada);
    assertEquals(List.of(), history());
    rooms.join(grace, room, NONE);
    assertEquals(List.of(), history());
  }

  @Test
  void finishesALongLineBeforeItsLastCluster() {
    String family = "👩‍👩‍👧‍👦";
    type(ada, "1234567890123456789" + family);
    assertEquals(List.of("Ada: 1234567890123456789"), history());
    assertEquals(Optional.of(family), line(ada));
    type(ada, "e".repeat(19) + "e\u0301");
    assertEquals(Optional.of("e\u0301"), line(ada));
    type(ada, "\u0301".repeat(30));
    assertEquals(3, history().size(), "one cluster alone is not divided either: " + history());
  }

  @Test
  void takesWhatIsTooFastLater() {
    for (int i = 0; i < 45; i++) {
      type(ada, "12345678901234567890\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b");
    }
    type(ada, "a".repeat(700));
    Typed more = new Typed("s", ++number, "a".repeat(300));
    refused(Reason.TOO_FAST, () -> text.type(ada, more));
    type(grace, 1, "others notice nothing");
    timers.pass(Duration.ofSeconds(10));
    text.type(ada, more);
    text.type(ada, more);
  }

  private void type(Actor actor, long first, String typed) {
    text.type(actor, new Typed("g", first, typed));
  }

  @Test
  void takesNoFloodOfLines() {
    refused(
        Reason.TOO_FAST,
        () -> {
          for (int i = 0; i < 20; i++) {
            type(ada, "x\u2028");
          }
        });
    assertEquals(9, history().size(), history().toString());
  }
}
