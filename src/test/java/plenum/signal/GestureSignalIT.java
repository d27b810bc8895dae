package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;

/** What {@code docs/protocol.md} says of hands, reactions and answers. */
@Quick
class GestureSignalIT {

  private final PlenumServer server = PlenumServer.shared();
  private final SignalClient ada = SignalClient.connect(server, Browser.named(server, "Ada"));
  private final SignalClient grace = SignalClient.connect(server, Browser.named(server, "Grace"));
  private final SignalClient late = SignalClient.connect(server, Browser.named(server, "Late"));

  private String room;
  private String adasId;
  private String gracesId;

  @BeforeEach
  void bothAreInARoom() {
    room = SignalIT.create(ada, "Gestures");
    JsonObject snapshot = SignalIT.join(ada, room);
    adasId = snapshot.getString("you");
    assertEquals("[]", snapshot.getJsonArray("hands").toString());
    assertEquals("[]", snapshot.getJsonArray("answers").toString());
    gracesId = SignalIT.join(grace, room).getString("you");
  }

  @AfterEach
  void everybodyGoes() {
    ada.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\",\"force\":true}");
    ada.await("room-deleted");
    List.of(ada, grace, late).forEach(SignalClient::close);
  }

  private static void ask(SignalClient client, String type, String members) {
    client.send("{\"type\":\"" + type + "\",\"request\":7" + members + "}");
  }

  private static void done(SignalClient client, String type, String members) {
    ask(client, type, members);
    assertEquals(7, client.await("done").getInt("request"));
  }

  private static void refused(SignalClient client, String code) {
    JsonObject error = client.await("error");
    assertEquals(code, error.getString("code"), error.toString());
    assertEquals(7, error.getInt("request"));
  }

  private static void awaitChange(SignalClient client, String change, String member) {
    client.awaitChange("room-changed", change, found -> found.getString("id").equals(member));
  }

  @Test
  void handsHaveTurnsInChangesAndInTheSnapshot() {
    ask(grace, "raise-hand", "");
    awaitChange(ada, "hand-raised", gracesId);
    ask(ada, "raise-hand", "");
    awaitChange(grace, "hand-raised", adasId);

    var hands = SignalIT.join(late, room).getJsonArray("hands").getValuesAs(JsonObject.class);
    assertEquals(2, hands.size());
    JsonObject first = hands.get(0).getInt("turn") == 1 ? hands.get(0) : hands.get(1);
    assertEquals(gracesId, first.getString("id"));

    ask(grace, "lower-hand", ",\"member\":\"" + adasId + "\"");
    refused(grace, "not-allowed");
    done(ada, "lower-hand", ",\"member\":\"" + gracesId + "\"");
    awaitChange(late, "hand-lowered", gracesId);
    ask(grace, "lower-all-hands", "");
    refused(grace, "not-allowed");
    done(ada, "lower-all-hands", "");
    awaitChange(late, "hand-lowered", adasId);
  }

  @Test
  void whoLeavesShowsNothingAnyMore() {
    ask(grace, "raise-hand", "");
    ask(grace, "answer", ",\"answer\":\"slower\"");
    awaitChange(ada, "answer-given", gracesId);
    grace.send("{\"type\":\"leave-room\"}");
    awaitChange(ada, "member-left", gracesId);
    JsonObject snapshot = SignalIT.join(late, room);
    assertEquals("[]", snapshot.getJsonArray("hands").toString());
    assertEquals("[]", snapshot.getJsonArray("answers").toString());
    ada.send("{\"type\":\"resync\",\"topic\":\"room\"}");
    assertEquals("[]", ada.await("room").getJsonArray("hands").toString());
  }

  @Test
  void reactionsPassAndAreLimited() {
    done(grace, "react", ",\"reaction\":\"applause\"");
    JsonObject reacted = ada.awaitChange("room-changed", "member-reacted");
    assertEquals("applause", reacted.getString("reaction"));
    assertTrue(!SignalIT.join(late, room).toString().contains("applause"), "it has passed");

    ask(grace, "react", ",\"reaction\":\"<b>\"");
    refused(grace, "bad-message");
    for (int i = 1; i < 10; i++) {
      done(grace, "react", ",\"reaction\":\"heart\"");
    }
    ask(grace, "react", ",\"reaction\":\"heart\"");
    refused(grace, "too-often");
    done(ada, "react", ",\"reaction\":\"laugh\"");
  }

  @Test
  void answersAreOneAtATimeAndClearedByModerators() {
    done(grace, "answer", ",\"answer\":\"yes\"");
    done(grace, "answer", ",\"answer\":\"no\"");
    ada.awaitChange("room-changed", "answer-given", one -> one.getString("answer").equals("no"));
    ask(grace, "answer", ",\"answer\":\"maybe\"");
    refused(grace, "bad-message");
    ask(grace, "clear-answers", "");
    refused(grace, "not-allowed");
    done(ada, "clear-answers", "");
    awaitChange(grace, "answer-withdrawn", gracesId);
    done(grace, "answer", ",\"answer\":\"slower\"");
    done(grace, "withdraw-answer", "");
    awaitChange(ada, "answer-withdrawn", gracesId);
  }

  @Test
  void nothingIsShownWithoutASeat() {
    ask(late, "raise-hand", "");
    refused(late, "not-in-a-room");
    ask(late, "react", ",\"reaction\":\"heart\"");
    refused(late, "not-in-a-room");
    ask(late, "watch-room", ",\"room\":\"" + room + "\"");
    late.await("room");
    ask(late, "answer", ",\"answer\":\"yes\"");
    refused(late, "not-in-a-room");
  }
}
