package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** Calls that time, the network or the server ends; on a server that does not wait long. */
class CallEndsIT {

  private static final PlenumServer SERVER =
      PlenumServer.start(
          Map.of(
              "plenum.call.ring", "3s",
              "plenum.signal.reconnect", "2s",
              "plenum.signal.reload", "1s"));

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  private static void assertFree(Phone from, Phone to) {
    String call = from.call(to);
    from.askAbout("cancel-call", call);
    from.answer("cancelled");
  }

  @Test
  void isMissedForBoth() {
    try (Phone ada = Phone.of(SERVER, "Ada");
        Phone grace = Phone.of(SERVER, "Grace")) {
      String call = ada.callSeated(grace);
      ada.awaitCall("missed");
      grace.awaitCall("missed");

      assertEquals("missed", outcome(ada));
      assertEquals("missed", outcome(grace));
      grace.askAbout("reject-call", call);
      assertEquals("call-over", grace.error());
      assertFree(grace, ada);
    }
  }

  private static String outcome(Phone phone) {
    return phone.client().await("call-recorded").getJsonObject("record").getString("outcome");
  }

  @Test
  void isCancelledWhenTheCallersTabIsClosed() {
    try (Phone linus = Phone.of(SERVER, "Linus");
        Phone grace = Phone.of(SERVER, "Grace")) {
      Phone ada = Phone.of(SERVER, "Ada");
      ada.callSeated(grace);
      ada.client().await("room");
      grace.awaitCall("ringing");
      ada.close();

      assertEquals("lost", grace.awaitCall("cancelled").getString("reason"));
      assertFree(linus, grace);
    }
  }

  @Test
  void tellsThatTheOtherSideJustWentOffline() {
    try (Phone ada = Phone.of(SERVER, "Ada");
        Phone linus = Phone.of(SERVER, "Linus")) {
      Phone grace = Phone.of(SERVER, "Grace");
      ada.callSeated(grace);
      grace.close();

      assertEquals("offline", ada.awaitCall("missed").getString("reason"));
      ada.askForCall(grace);
      assertEquals("person-offline", ada.error());
      assertFree(ada, linus);
    }
  }

  @Test
  void endsWhenOneSideIsLost() {
    try (Phone ada = Phone.of(SERVER, "Ada")) {
      Phone grace = Phone.of(SERVER, "Grace");
      ada.callSeated(grace);
      grace.acceptSeated();
      grace.client().await("room");
      grace.client().cut();

      assertEquals("lost", ada.awaitCall("ended").getString("reason"));
      assertEquals("call-ended", ada.client().await("room-closed").getString("reason"));
    }
  }

  @Test
  void goesOnAfterAShortCut() {
    Browser browser = Browser.named(SERVER, "Grace");
    try (Phone ada = Phone.of(SERVER, "Ada")) {
      SignalClient grace = SignalClient.connect(SERVER, browser, "/signal?page=p1");
      String person = grace.await("welcome").getJsonObject("you").getString("id");
      ada.ask("start-call", Phone.member("person", person));
      JsonObject call = ada.answer("ringing");
      ada.join(call);
      grace.send("{\"type\":\"accept-call\",\"call\":\"%s\"}".formatted(call.getString("id")));
      SignalIT.join(grace, call.getString("room"));
      ada.awaitCall("accepted");
      grace.cut();
      ada.client()
          .awaitChange(
              "room-changed", "member-updated", c -> c.toString().contains("\"connected\":false"));

      try (SignalClient again = SignalClient.connect(SERVER, browser, "/signal?page=p1")) {
        JsonObject welcome = again.await("welcome");
        assertEquals("accepted", welcome.getJsonObject("call").getString("state"));
        assertEquals(call.getString("room"), welcome.getString("room"));
        assertEquals(
            2, SignalIT.join(again, call.getString("room")).getJsonArray("members").size());
        again.send("{\"type\":\"end-call\",\"call\":\"" + call.getString("id") + "\"}");
        assertEquals("left", ada.awaitCall("ended").getString("reason"));
      }
    }
  }

  @Test
  void leavesNobodyBusyWhenTheServerRestartsWhileItRings() {
    Phone ada = Phone.of(SERVER, "Ada");
    Phone grace = Phone.of(SERVER, "Grace");
    String call = ada.callSeated(grace);
    grace.awaitCall("ringing");

    SERVER.stop();
    ada.client().await("restarting");
    SERVER.restart();

    try (Phone adaAgain = ada.otherTab();
        Phone graceAgain = grace.otherTab()) {
      assertFalse(adaAgain.welcome().containsKey("call"));
      assertFalse(adaAgain.welcome().containsKey("room"));
      assertFalse(graceAgain.welcome().containsKey("call"));
      graceAgain.accept(call);
      assertEquals("call-over", graceAgain.error());
      assertFree(adaAgain, graceAgain);
      assertFree(graceAgain, adaAgain);
    }
  }
}
