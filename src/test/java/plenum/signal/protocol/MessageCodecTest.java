package plenum.signal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.media.Ingest;
import plenum.room.Devices;
import plenum.room.MemberStream;
import plenum.signal.call.CallAnswer;
import plenum.signal.call.CallGreeting;
import plenum.signal.call.CallMessage;
import plenum.signal.call.CallViews;
import plenum.signal.lobby.LobbyGreeting;
import plenum.signal.lobby.LobbyMessage;
import plenum.signal.page.PageAnswer;
import plenum.signal.page.PageMessage;
import plenum.signal.page.You;
import plenum.signal.quality.QualityMessage;
import plenum.signal.room.AnswerView;
import plenum.signal.room.DeviceView;
import plenum.signal.room.HandView;
import plenum.signal.room.MediaView;
import plenum.signal.room.MemberView;
import plenum.signal.room.RoomAnswer;
import plenum.signal.room.RoomChange;
import plenum.signal.room.RoomMessage;
import plenum.signal.room.RoomState;
import plenum.signal.room.RoomView;
import plenum.signal.room.SeatGreeting;
import plenum.signal.room.StageMessage;
import plenum.signal.room.StageView;
import plenum.signal.room.TypedView;

class MessageCodecTest {

  private static final Function<String, Optional<Class<? extends ClientMessage>>> KINDS =
      SignalRecords.kinds();

  private final MessageCodec codec = new MessageCodec();

  private ClientMessage decode(String text) {
    return codec.decode(text, KINDS);
  }

  private BadMessage refused(String text) {
    return assertThrows(BadMessage.class, () -> decode(text), text);
  }

  @Test
  void readsAMessageWithEverything() {
    String text =
        """
        {"type":"join-room","request":4,"room":"k3J9x2Qa",
         "devices":{"camera":true,"microphone":true,"cameraOff":false,"muted":true},\
        "decodes":["VP8","H264"]}\
        """;

    assertEquals(
        new RoomMessage.JoinRoom(
            OptionalLong.of(4),
            "k3J9x2Qa",
            Devices.of(true, true, false, true),
            List.of("VP8", "H264"),
            Optional.empty()),
        decode(text));
  }

  @Test
  void refusesAListOfAnythingButTexts() {
    for (String list : List.of("\"VP8\"", "[1]", "{}", "[\"VP8\",null]", "true")) {
      assertEquals(
          "The member \"decodes\" must be a list of texts.",
          refused("{\"type\":\"join-room\",\"room\":\"a\",\"decodes\":" + list + "}").getMessage());
    }
  }

  @Test
  void readsAListOfObjects() {
    QualityMessage.ReportQuality report =
        (QualityMessage.ReportQuality)
            decode(
                """
                {"type":"report-quality","milliseconds":5004,"streams":[
                  {"stream":"x-camera","kind":"video","sent":true,"width":1280,"limited":"cpu"},
                  {"stream":"y-camera","kind":"audio","codec":"opus"}]}
                """);
    assertEquals(OptionalLong.of(5004), report.milliseconds());
    assertEquals(2, report.streams().size());
    assertEquals(OptionalLong.of(1280), report.streams().get(0).width());
    assertEquals(Optional.of("cpu"), report.streams().get(0).limited());
    assertEquals(OptionalLong.empty(), report.streams().get(1).width());
    assertEquals(Optional.of("opus"), report.streams().get(1).codec());
    assertEquals(
        List.of(),
        ((QualityMessage.ReportQuality) decode("{\"type\":\"report-quality\"}")).streams());
  }

  @Test
  void refusesAListOfAnythingButSuchObjects() {
    for (String list :
        List.of("{}", "[1]", "[[]]", "[{\"stream\":\"x\",\"kind\":\"audio\"},null]")) {
      assertEquals(
          "The member \"streams\" must be a list of objects.",
          refused("{\"type\":\"report-quality\",\"streams\":" + list + "}").getMessage());
    }
    assertEquals(
        "The member \"kind\" must be there.",
        refused("{\"type\":\"report-quality\",\"streams\":[{\"stream\":\"x\"}]}").getMessage());
    assertEquals(
        "The member \"lost\" must be a whole number of at most 18 digits.",
        refused(
                "{\"type\":\"report-quality\",\"streams\":"
                    + "[{\"stream\":\"x\",\"kind\":\"audio\",\"lost\":0.5}]}")
            .getMessage());
  }

  @Test
  void readsAMessageWithoutWhatMayBeMissing() {
    assertEquals(
        new RoomMessage.JoinRoom(
            OptionalLong.empty(), "a", Devices.NONE, List.of(), Optional.empty()),
        decode("{\"room\":\"a\",\"devices\":null,\"type\":\"join-room\"}"));
    assertEquals(
        new LobbyMessage.DeleteRoom(OptionalLong.empty(), "a", false),
        decode("{\"type\":\"delete-room\",\"room\":\"a\"}"));
  }

  @Test
  void readsTextThatMayBeMissing() {
    LobbyMessage.CreateRoom group =
        new LobbyMessage.CreateRoom(OptionalLong.empty(), "a", Optional.empty());
    assertEquals(group, decode("{\"type\":\"create-room\",\"name\":\"a\"}"));
    assertEquals(group, decode("{\"type\":\"create-room\",\"name\":\"a\",\"kind\":null}"));
    assertEquals(
        new LobbyMessage.CreateRoom(OptionalLong.empty(), "a", Optional.of("desktop")),
        decode("{\"type\":\"create-room\",\"name\":\"a\",\"kind\":\"desktop\"}"));
  }

  @Test
  void writesARoomOfACallWithoutAName() {
    assertEquals(
        "{\"change\":\"room-updated\",\"room\":{\"id\":\"k3\",\"kind\":\"call\",\"members\":2}}",
        codec
            .encodeChanges(
                "room",
                6,
                List.of(
                    new RoomChange.RoomUpdated(
                        new RoomView(
                            "k3",
                            Optional.empty(),
                            "call",
                            Optional.empty(),
                            Optional.empty(),
                            2,
                            Optional.empty(),
                            Optional.empty()))))
            .replaceAll(".*\\[(.*)].*", "$1"));
  }

  @Test
  void ignoresUnknownMembers() {
    assertEquals(
        new PageMessage.Ping(OptionalLong.empty()),
        decode("{\"type\":\"ping\",\"later\":{\"a\":[1,2,{\"type\":\"fly\"}]}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "nothing",
        "null",
        "5",
        "\"ping\"",
        "[]",
        "[{\"type\":\"ping\"}]",
        "{}",
        "{\"type\":null}",
        "{\"type\":5}",
        "{\"type\":{}}",
        "{\"type\":\"ping\"} trailing",
        "{\"type\":\"ping\"}{\"type\":\"ping\"}",
        "{\"type\":\"ping\",\"request\":1.5}",
        "{\"type\":\"ping\",\"request\":\"1\"}",
        "{\"type\":\"ping\",\"request\":1e400}",
        "{\"type\":\"ping\",\"request\":1e999999999}",
        "{\"type\":\"ping\",\"request\":99999999999999999999}",
        "{\"type\":\"create-room\"}",
        "{\"type\":\"create-room\",\"name\":null}",
        "{\"type\":\"create-room\",\"name\":5}",
        "{\"type\":\"create-room\",\"name\":\"a\",\"kind\":5}",
        "{\"type\":\"add-device\",\"name\":5}",
        "{\"type\":\"remove-device\"}",
        "{\"type\":\"request-device\",\"device\":{}}",
        "{\"type\":\"create-room\",\"name\":[\"a\"]}",
        "{\"type\":\"start-call\"}",
        "{\"type\":\"start-call\",\"person\":{\"id\":\"a\"}}",
        "{\"type\":\"accept-call\",\"call\":\"a\",\"video\":\"yes\"}",
        "{\"type\":\"add-to-call\",\"call\":\"a\"}",
        "{\"type\":\"update-presence\",\"camera\":1}",
        "{\"type\":\"delete-room\",\"room\":\"a\",\"force\":\"true\"}",
        "{\"type\":\"delete-room\",\"room\":\"a\",\"force\":1}",
        "{\"type\":\"join-room\",\"room\":\"a\",\"devices\":\"all\"}",
        "{\"type\":\"join-room\",\"room\":\"a\",\"devices\":[]}",
        "{\"type\":\"join-room\",\"room\":\"a\",\"devices\":{\"camera\":\"yes\"}}"
      })
  void refusesWhatIsNoMessage(String text) {
    assertEquals("bad-message", refused(text).code());
  }

  @Test
  void refusesNumbersWithoutEnd() {
    assertEquals(
        "bad-message",
        refused("{\"type\":\"ping\",\"request\":" + "9".repeat(16_000) + "}").code());
  }

  @Test
  void refusesDeepNesting() {
    String deep = "{\"type\":\"ping\",\"x\":" + "[".repeat(8_000) + "]".repeat(8_000) + "}";

    assertEquals("bad-message", refused(deep).code());
  }

  @Test
  void tellsAnUnknownTypeAndWhichRequestItWas() {
    BadMessage bad = refused("{\"type\":\"fly\",\"request\":7}");

    assertEquals("unknown-type", bad.code());
    assertEquals(OptionalLong.of(7), bad.request());
  }

  @Test
  void repeatsTheRequestOfABadMessage() {
    assertEquals(OptionalLong.of(3), refused("{\"type\":\"create-room\",\"request\":3}").request());
  }

  @Test
  void takesOrRefusesEveryMutation() {
    String text = "{\"type\":\"delete-room\",\"request\":3,\"room\":\"k3J9x2Qa\",\"force\":true}";
    Random random = new Random(7);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder mutant = new StringBuilder(text);
      for (int n = random.nextInt(4); n >= 0; n--) {
        mutant.setCharAt(random.nextInt(mutant.length()), (char) (random.nextInt(96) + 32));
      }
      try {
        decode(mutant.toString());
        taken++;
      } catch (BadMessage expected) {
        // The only exception that may come.
      }
    }
    assertTrue(taken > 0);
  }

  @Test
  void leavesOutWhatIsEmpty() {
    assertEquals(
        "{\"type\":\"error\",\"code\":\"bad-message\",\"message\":\"No.\"}",
        codec.encode(
            new ServerMessage.Error(
                OptionalLong.empty(), "bad-message", "No.", OptionalInt.empty())));
  }

  @Test
  void readsAMessageAboutACall() {
    assertEquals(
        new CallMessage.AcceptCall(OptionalLong.of(12), "u0Jm", true),
        decode("{\"type\":\"accept-call\",\"request\":12,\"call\":\"u0Jm\",\"video\":true}"));
  }

  @Test
  void writesACallAsDocumented() {
    var call =
        new CallViews.CallView(
            "u0Jm",
            "accepted",
            new CallViews.PartyView("p7", "Ada"),
            new CallViews.PartyView("pX", "Grace"),
            "Zk81mQpA",
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.of("2026-11-23T15:00:30.250Z"),
            OptionalLong.of(1250));

    assertEquals(
        "{\"type\":\"call\",\"call\":{\"age\":1250,\"from\":{\"id\":\"p7\",\"name\":\"Ada\"},\"id\":\"u0Jm\","
            + "\"room\":\"Zk81mQpA\",\"started\":\"2026-11-23T15:00:30.250Z\",\"state\":\"accepted\","
            + "\"to\":{\"id\":\"pX\",\"name\":\"Grace\"},\"video\":true},\"request\":11}",
        codec.encode(new CallAnswer.Call(OptionalLong.of(11), call)));
  }

  @Test
  void joinsTheWelcomeOfWhatThePartsKnow() {
    String text = codec.encode(new PageAnswer.Welcome(new You("p7", "Ada"), "m4x8", "0.1.0", 1));
    for (Record more :
        List.of(
            new LobbyGreeting(
                new LobbyGreeting.Limits(40, 60, 25, 4), new LobbyGreeting.Permitted("own", "own")),
            new SeatGreeting(Optional.of("k3J9x2Qa")),
            new SeatGreeting(Optional.empty()),
            new CallGreeting(Optional.empty(), Optional.empty(), 2))) {
      text = MessageCodec.join(text, codec.encodeBody(more));
    }

    assertEquals(
        "{\"type\":\"welcome\",\"boot\":\"m4x8\",\"protocol\":1,\"version\":\"0.1.0\","
            + "\"you\":{\"id\":\"p7\",\"name\":\"Ada\"},"
            + "\"limits\":{\"devices\":4,\"displayName\":40,\"members\":25,\"roomName\":60},"
            + "\"rights\":{\"deleteRooms\":\"own\",\"moderateRooms\":\"own\"},\"room\":\"k3J9x2Qa\",\"missed\":2}",
        text);
  }

  @Test
  void joinsTheSnapshotOfItsHeadAndBody() {
    RoomState state =
        new RoomState(
            5,
            new RoomView(
                "k3",
                Optional.of("Stand-up"),
                "group",
                Optional.of("p7"),
                Optional.of("Ada"),
                1,
                Optional.empty(),
                Optional.empty()),
            List.of(
                new MemberView(
                    "p7",
                    "person",
                    "Ada",
                    Devices.NONE,
                    true,
                    List.of(new MemberStream("Zp-camera", "camera", true, true, "VP8")))),
            List.of(new DeviceView("g4", "Gate camera", "p7", false)),
            new StageView(Optional.of("p7"), false, List.of("p8")),
            List.of("p8"),
            List.of(new HandView("p8", 2)),
            List.of(new AnswerView("p7", "yes")),
            List.of(new TypedView("p8", "Grace", 2, "Hel")),
            new MediaView(true, 3),
            List.of("VP8", "H264"),
            List.of("Grace"));
    String text =
        codec.join(new RoomAnswer.Room(OptionalLong.of(4), "p7"), codec.encodeBody(state));

    assertTrue(text.startsWith("{\"type\":\"room\",\"request\":4,\"you\":\"p7\","), text);
    assertTrue(text.contains("\"seq\":5"), text);
    assertTrue(
        text.contains(
            "\"room\":{\"id\":\"k3\",\"kind\":\"group\",\"members\":1,\"name\":\"Stand-up\","
                + "\"owner\":\"p7\",\"ownerName\":\"Ada\"}"),
        text);
    assertTrue(text.contains("\"streams\":[{\"audio\":true"), text);
    assertTrue(
        text.contains(
            "\"devices\":[{\"holder\":\"p7\",\"id\":\"g4\",\"name\":\"Gate"
                + " camera\",\"onAir\":false}]"),
        text);
    assertTrue(
        text.contains("\"stage\":{\"member\":\"p7\",\"onAir\":false,\"requests\":[\"p8\"]}"), text);
    assertTrue(text.contains("\"speaking\":[\"p8\"]"), text);
    assertTrue(text.contains("\"observers\":[\"Grace\"]"), text);
    assertTrue(text.endsWith("}"), text);
  }

  @Test
  void readsWhatIsAskedAboutTheStage() {
    assertEquals(
        new StageMessage.TakeStage(OptionalLong.of(8)),
        decode("{\"type\":\"take-stage\",\"request\":8}"));
    assertEquals(
        new StageMessage.GrantStage(OptionalLong.empty(), "p8"),
        decode("{\"type\":\"grant-stage\",\"member\":\"p8\"}"));
    assertEquals("bad-message", refused("{\"type\":\"decline-stage\"}").code());
  }

  @Test
  void readsAndWritesThatSomebodySpeaks() {
    assertEquals(
        new RoomMessage.Speaking(OptionalLong.empty(), true),
        decode("{\"type\":\"speaking\",\"speaking\":true}"));
    assertEquals("bad-message", refused("{\"type\":\"speaking\",\"speaking\":1}").code());
    assertEquals(
        "{\"type\":\"room-changed\",\"changes\":[{\"change\":\"member-speaking\",\"id\":\"p7\","
            + "\"speaking\":true}],\"seq\":6}",
        codec.encodeChanges("room", 6, List.of(new RoomChange.MemberSpeaking("p7", true))));
  }

  @Test
  void writesTheStageAsDocumented() {
    Change free = new RoomChange.StageChanged(new StageView(Optional.empty(), false, List.of()));

    assertEquals(
        "{\"type\":\"room-changed\",\"changes\":[{\"change\":\"stage-changed\","
            + "\"stage\":{\"onAir\":false,\"requests\":[]}}],\"seq\":6}",
        codec.encodeChanges("room", 6, List.of(free)));
  }

  @Test
  void writesTheAddressOfADeviceAsDocumented() {
    String text =
        codec.encode(
            new RoomAnswer.Device(
                OptionalLong.of(8),
                new RoomAnswer.NamedDevice("g4", "Gate camera"),
                List.of(new Ingest("whip", "/rtc/v1/whip/?app=group&stream=s", "AQ")),
                "2026-11-24T03:00:00Z"));

    assertEquals(
        "{\"type\":\"device\",\"device\":{\"id\":\"g4\",\"name\":\"Gate camera\"},"
            + "\"expires\":\"2026-11-24T03:00:00Z\",\"ingests\":[{"
            + "\"address\":\"/rtc/v1/whip/?app=group&stream=s\",\"key\":\"AQ\","
            + "\"protocol\":\"whip\"}],\"request\":8}",
        text);
  }

  @Test
  void readsWhatIsAskedAboutDevices() {
    assertEquals(
        new RoomMessage.AddDevice(OptionalLong.of(8), "Gate camera"),
        decode("{\"type\":\"add-device\",\"request\":8,\"name\":\"Gate camera\"}"));
    assertEquals(
        new RoomMessage.RemoveDevice(OptionalLong.empty(), "g4"),
        decode("{\"type\":\"remove-device\",\"device\":\"g4\"}"));
    assertEquals(
        new RoomMessage.RequestDevice(OptionalLong.empty(), "g4"),
        decode("{\"type\":\"request-device\",\"device\":\"g4\"}"));
  }

  @Test
  void writesAChangeWithItsKind() {
    Change change = new RoomChange.MemberLeft("p7", "left");

    assertTrue(
        codec
            .encodeChanges("room", 6, List.of(change))
            .contains("{\"change\":\"member-left\",\"id\":\"p7\",\"reason\":\"left\"}"));
  }
}
