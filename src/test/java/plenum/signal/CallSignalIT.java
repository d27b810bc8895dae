package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.signal.Phone.member;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;
import plenum.testing.Waiting;

/** What {@code docs/protocol.md} says of calls, against the running application. */
@Quick
class CallSignalIT {

  private final PlenumServer server = PlenumServer.shared();
  private final Phone ada = Phone.of(server, "Ada");
  private final Phone grace = Phone.of(server, "Grace");

  @AfterEach
  void close() {
    ada.close();
    grace.close();
  }

  /** Both talk; the call as Grace was told. */
  private JsonObject talk() {
    ada.callSeated(grace);
    JsonObject call = grace.acceptSeated();
    ada.awaitCall("accepted");
    return call;
  }

  @Test
  void ringsAndIsAnswered() {
    ada.askForCall(grace);
    JsonObject ringing = grace.awaitCall("ringing");
    assertEquals(ada.person(), ringing.getJsonObject("from").getString("id"));
    assertEquals(ada.name(), ringing.getJsonObject("from").getString("name"));
    assertEquals(grace.person(), ringing.getJsonObject("to").getString("id"));
    assertFalse(ringing.containsKey("started"));
    JsonObject answer = ada.answer("ringing");
    assertEquals(ringing, answer);

    ada.join(answer);
    grace.ask("accept-call", member("call", ringing.getString("id")) + ",\"video\":false");

    JsonObject accepted = ada.awaitCall("accepted");
    assertFalse(accepted.getBoolean("video"));
    assertTrue(Instant.parse(accepted.getString("started")).isBefore(Instant.now().plusSeconds(1)));
    grace.join(accepted);
    JsonObject room = grace.client().await("room");
    assertEquals("call", room.getJsonObject("room").getString("kind"));
    assertEquals(2, room.getJsonArray("members").size());
  }

  @Test
  void givesItsTwoPersonsTicketsForEachOther() {
    talk();
    grace.ask("request-publish", member("source", "camera"));
    JsonObject published = grace.client().await("ticket");
    assertTrue(published.getString("url").contains("app=call&"), published.toString());

    ada.ask("request-play", member("stream", published.getString("stream")));
    assertEquals("play", ada.client().await("ticket").getString("action"));
  }

  @Test
  void isClosedToEverybodyElse() {
    JsonObject call = talk();
    String id = call.getString("id");
    String room = call.getString("room");
    grace.ask("request-publish", member("source", "camera"));
    String stream = grace.client().await("ticket").getString("stream");
    try (Phone mallory = Phone.of(server, "Mallory")) {
      mallory.ask("join-room", member("room", room));
      assertEquals("not-allowed", mallory.error());
      mallory.ask("watch-room", member("room", room));
      assertEquals("not-allowed", mallory.error());
      mallory.ask("request-view", member("room", room) + member("stream", stream));
      assertEquals("not-allowed", mallory.error());
      mallory.ask("request-play", member("stream", stream));
      assertEquals("not-in-a-room", mallory.error());
      SignalIT.join(mallory.client(), SignalIT.create(mallory.client(), "Elsewhere"));
      mallory.ask("request-play", member("stream", stream));
      assertEquals("no-such-stream", mallory.error());
      mallory.ask("delete-room", member("room", room) + ",\"force\":true");
      assertEquals("not-allowed", mallory.error());
      for (String type : List.of("accept-call", "reject-call", "cancel-call", "end-call")) {
        mallory.askAbout(type, id);
        assertEquals("call-over", mallory.error(), type);
      }
      mallory.ask("add-to-call", member("call", id) + member("person", mallory.person()));
      assertEquals("call-over", mallory.error());
      mallory.ask("watch-lobby", "");
      JsonObject lobby = mallory.client().await("lobby");
      assertFalse(lobby.toString().contains(room), lobby.toString());
    }
    assertTrue(ada.client().drain().stream().noneMatch(m -> m.toString().contains("Mallory")));
  }

  @Test
  void isRejected() {
    String call = ada.callSeated(grace).getString("id");
    grace.askAbout("reject-call", call);

    assertEquals("rejected", grace.answer("rejected").getString("state"));
    ada.awaitCall("rejected");
    assertEquals("call-ended", ada.client().await("room-closed").getString("reason"));
  }

  @Test
  void isCancelled() {
    String call = ada.callSeated(grace).getString("id");
    grace.awaitCall("ringing");
    ada.askAbout("cancel-call", call);
    grace.awaitCall("cancelled");

    grace.accept(call);
    assertEquals("call-over", grace.error());
  }

  @Test
  void endsForBothWhenOneHangsUp() {
    String call = talk().getString("id");
    grace.askAbout("end-call", call);

    assertEquals("left", ada.awaitCall("ended").getString("reason"));
    assertEquals("call-ended", ada.client().await("room-closed").getString("reason"));
    grace.answer("ended");
    ada.askAbout("end-call", call);
    assertEquals("call-over", ada.error());
  }

  @Test
  void endsForBothWhenOneLeavesTheRoom() {
    talk();
    ada.ask("leave-room", "");

    assertEquals("left", grace.awaitCall("ended").getString("reason"));
    grace.client().await("room-closed");
    ada.awaitCall("ended");
    ada.call(grace);
  }

  @Test
  void endsForBothWhenOneJoinsAnotherRoom() {
    talk();
    String room = SignalIT.create(grace.client(), "Elsewhere");
    grace.ask("join-room", member("room", room));

    assertEquals("left", ada.awaitCall("ended").getString("reason"));
    grace.awaitCall("ended");
    grace.client().await("room", m -> m.getJsonObject("room").getString("id").equals(room));
  }

  @Test
  void goesOnAfterAShortCut() {
    Browser browser = Browser.named(server, "Linus");
    SignalClient linus = SignalClient.connect(server, browser, "/signal?page=p1");
    String person = linus.await("welcome").getJsonObject("you").getString("id");
    ada.ask("start-call", member("person", person));
    JsonObject call = ada.answer("ringing");
    ada.join(call);
    ada.client().await("room");
    linus.send("{\"type\":\"accept-call\"" + member("call", call.getString("id")) + "}");
    SignalIT.join(linus, call.getString("room"));
    linus.cut();
    ada.client()
        .awaitChange(
            "room-changed", "member-updated", c -> c.toString().contains("\"connected\":false"));

    try (SignalClient again = SignalClient.connect(server, browser, "/signal?page=p1")) {
      JsonObject welcome = again.await("welcome");
      assertEquals("accepted", welcome.getJsonObject("call").getString("state"));
      assertEquals(call.getString("room"), welcome.getString("room"));
      assertEquals(2, SignalIT.join(again, call.getString("room")).getJsonArray("members").size());
      again.send("{\"type\":\"end-call\"" + member("call", call.getString("id")) + "}");
      assertEquals("left", ada.awaitCall("ended").getString("reason"));
    }
  }

  @Test
  void isToldToAllTabs() {
    try (Phone second = grace.otherTab()) {
      ada.callSeated(grace);
      String call = second.awaitCall("ringing").getString("id");
      grace.awaitCall("ringing");
      second.accept(call);

      grace.awaitCall("accepted");
      grace.accept(call);
      assertEquals("call-answered", grace.error());
      grace.askAbout("reject-call", call);
      assertEquals("call-answered", grace.error());
      second.accept(call);
      second.answer("accepted");

      ada.askAbout("end-call", call);
      grace.awaitCall("ended");
      second.awaitCall("ended");
    }
  }

  /** How old the call is, as a tab is told that was opened just now. */
  private long ageInAnotherTab() {
    try (Phone tab = ada.otherTab()) {
      return tab.welcome().getJsonObject("call").getJsonNumber("age").longValue();
    }
  }

  @Test
  void isToldToATabThatIsOpenedMeanwhile() {
    String call = ada.callSeated(grace).getString("id");
    grace.awaitCall("ringing");
    try (Phone late = grace.otherTab()) {
      JsonObject told = late.welcome().getJsonObject("call");
      assertEquals(call, told.getString("id"));
      assertEquals("ringing", told.getString("state"));
      late.accept(call);
      late.answer("accepted");
    }
    try (Phone later = ada.otherTab()) {
      assertEquals("accepted", later.welcome().getJsonObject("call").getString("state"));
      Waiting.until(
          "a call of more than a second",
          Duration.ofSeconds(20),
          this::ageInAnotherTab,
          age -> age > 1_000 && age < 60_000);
    }
    ada.askAbout("end-call", call);
    ada.awaitCall("ended");
    try (Phone afterwards = grace.otherTab()) {
      assertFalse(afterwards.welcome().containsKey("call"));
    }
  }

  @Test
  void refusesWhoCannotBeCalled() {
    ada.askForCall(ada);
    assertEquals("call-yourself", ada.error());
    ada.ask("start-call", member("person", "x".repeat(22)));
    assertEquals("person-offline", ada.error());
    ada.ask("start-call", member("person", "nobody"));
    assertEquals("person-offline", ada.error());

    ada.call(grace);
    try (Phone linus = Phone.of(server, "Linus")) {
      linus.askForCall(grace);
      assertEquals("person-busy", linus.error());
      ada.askForCall(linus);
      assertEquals("already-in-a-call", ada.error());
    }
  }

  @Test
  void connectsTwoWhoCallEachOther() {
    ada.askForCall(grace);
    grace.askForCall(ada);
    JsonObject first = ada.awaitCall("accepted");
    JsonObject second = grace.awaitCall("accepted");

    assertEquals(first, second);
    ada.join(first);
    ada.client().await("room");
    grace.join(second);
    assertEquals(2, grace.client().await("room").getJsonArray("members").size());
  }

  @Test
  void becomesAGroupWithAThird() {
    JsonObject call = talk();
    String room = call.getString("room");
    grace.ask("request-publish", member("source", "camera"));
    String stream = grace.client().await("ticket").getString("stream");
    try (Phone linus = Phone.of(server, "Linus")) {
      ada.ask(
          "add-to-call", member("call", call.getString("id")) + member("person", linus.person()));

      assertEquals("group", ada.answer("ended").getString("reason"));
      grace.awaitCall("ended");
      JsonObject invitation = linus.client().await("invitation");
      assertEquals(ada.person(), invitation.getJsonObject("by").getString("id"));
      assertEquals(room, invitation.getJsonObject("room").getString("id"));
      assertEquals("group", invitation.getJsonObject("room").getString("kind"));
      assertTrue(invitation.getJsonObject("room").getString("name").startsWith("Ada "));
      try (Phone tab = linus.otherTab()) {
        assertEquals(
            room, tab.welcome().getJsonObject("invitation").getJsonObject("room").getString("id"));
        linus.join(call);
        assertEquals(3, linus.client().await("room").getJsonArray("members").size());
        assertEquals(room, tab.client().await("invitation-over").getString("room"));
      }
      linus.ask("request-play", member("stream", stream));
      linus.client().await("ticket");
      grace.ask("leave-room", "");
      grace.client().await("room-left");
      linus.client().await("room-changed", m -> m.toString().contains(grace.person()));
      assertTrue(
          ada.client().drain().stream().noneMatch(m -> m.getString("type").equals("room-closed")));
    }
  }

  @Test
  void refusesAThirdWhoCannotCome() {
    String call = talk().getString("id");
    try (Phone linus = Phone.of(server, "Linus");
        Phone margaret = Phone.of(server, "Margaret")) {
      linus.call(margaret);
      ada.ask("add-to-call", member("call", call) + member("person", linus.person()));
      assertEquals("person-busy", ada.error());
      ada.ask("add-to-call", member("call", call) + member("person", "y".repeat(22)));
      assertEquals("person-offline", ada.error());
      ada.ask("add-to-call", member("call", call) + member("person", ada.person()));
      assertEquals("call-yourself", ada.error());
    }
  }

  @Test
  void declinesAnInvitation() {
    String call = talk().getString("id");
    try (Phone linus = Phone.of(server, "Linus");
        Phone tab = linus.otherTab()) {
      ada.ask("add-to-call", member("call", call) + member("person", linus.person()));
      JsonObject invitation = linus.client().await("invitation");
      tab.client().await("invitation");
      linus.ask(
          "decline-invitation", member("room", invitation.getJsonObject("room").getString("id")));

      tab.client().await("invitation-over");
      try (Phone later = linus.otherTab()) {
        assertFalse(later.welcome().containsKey("invitation"));
      }
    }
  }

  @Test
  void isKeptInTheRecordsOfBoth() {
    String call = ada.call(grace);
    grace.awaitCall("ringing");
    ada.askAbout("cancel-call", call);

    JsonObject recorded = grace.client().await("call-recorded");
    assertEquals(1, recorded.getInt("missed"));
    JsonObject record = recorded.getJsonObject("record");
    assertEquals(call, record.getString("id"));
    assertEquals("received", record.getString("direction"));
    assertEquals("missed", record.getString("outcome"));
    assertEquals(ada.name(), record.getJsonObject("with").getString("name"));
    assertEquals(0, record.getInt("seconds"));

    grace.ask("list-calls", "");
    JsonObject calls = grace.client().await("calls");
    assertEquals(7, calls.getInt("request"));
    assertEquals(1, calls.getInt("missed"));
    assertEquals(List.of(record), List.copyOf(calls.getJsonArray("calls")));
    ada.ask("list-calls", "");
    JsonArray made = ada.client().await("calls").getJsonArray("calls");
    assertEquals("cancelled", made.getJsonObject(0).getString("outcome"));

    try (Phone tab = grace.otherTab()) {
      assertEquals(1, tab.welcome().getInt("missed"));
      grace.ask("mark-calls-seen", "");
      assertEquals(0, tab.client().await("calls-seen").getInt("missed"));
    }
    try (Phone tab = grace.otherTab()) {
      assertEquals(0, tab.welcome().getInt("missed"));
    }
  }

  @Test
  void isShownInTheLobby() {
    try (Phone linus = Phone.of(server, "Linus")) {
      linus.ask("watch-lobby", "");
      linus.client().await("lobby");
      grace.ask("update-presence", ",\"camera\":true,\"microphone\":true,\"away\":true");
      awaitPerson(linus, grace, "away");
      grace.ask("update-presence", ",\"camera\":true,\"microphone\":true,\"away\":false");
      JsonObject person = awaitPerson(linus, grace, "free");
      assertTrue(person.getBoolean("camera"));
      assertTrue(person.getBoolean("microphone"));
      assertEquals("lobby", person.getString("place"));

      JsonObject call = talk();
      JsonObject busy = awaitPerson(linus, grace, "call");
      assertEquals("call", busy.getString("place"));

      grace.askAbout("end-call", call.getString("id"));
      awaitPerson(linus, grace, "free");
      SignalIT.join(grace.client(), SignalIT.create(grace.client(), "Elsewhere"));
      awaitPerson(linus, grace, "room");
      assertTrue(
          linus.client().drain().stream()
              .noneMatch(message -> message.toString().contains(call.getString("room"))));
    }
  }

  private static JsonObject awaitPerson(Phone watcher, Phone person, String state) {
    return watcher
        .client()
        .awaitChange(
            "lobby-changed",
            "person-updated",
            change ->
                change.getJsonObject("person").getString("id").equals(person.person())
                    && change.getJsonObject("person").getString("state").equals(state))
        .getJsonObject("person");
  }
}
