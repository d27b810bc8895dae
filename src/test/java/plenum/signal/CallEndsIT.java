package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import plenum.testing.PlenumServer;

/** Calls that time, the network or the server ends; on a server that does not wait long. */
class CallEndsIT {

  private static final PlenumServer SERVER = ImpatientServer.shared();

  private static void assertFree(Phone from, Phone to) {
    String call = from.call(to);
    from.askAbout("cancel-call", call);
    from.answer("cancelled");
  }

  @Test
  void isMissedForBoth() {
    try (Phone ada = Phone.of(SERVER, "Ada");
        Phone grace = Phone.of(SERVER, "Grace")) {
      String call = ada.callSeated(grace).getString("id");
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
      grace.client().cut();

      assertEquals("lost", ada.awaitCall("ended").getString("reason"));
      assertEquals("call-ended", ada.client().await("room-closed").getString("reason"));
    }
  }

  @Test
  void leavesNobodyBusyWhenTheServerRestartsWhileItRings() {
    Phone ada = Phone.of(SERVER, "Ada");
    Phone grace = Phone.of(SERVER, "Grace");
    String call = ada.callSeated(grace).getString("id");
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
