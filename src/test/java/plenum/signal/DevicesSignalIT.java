package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.SignalClient;

/** What {@code docs/protocol.md} says of devices, against the running application. */
@Quick
class DevicesSignalIT {

  private final PlenumServer server = PlenumServer.shared();

  private SignalClient client(String name) {
    return SignalClient.connect(server, Browser.named(server, name));
  }

  private static JsonObject add(SignalClient client, String name) {
    client.send("{\"type\":\"add-device\",\"request\":8,\"name\":\"" + name + "\"}");
    return client.await("device");
  }

  private static JsonObject whip(JsonObject answer) {
    return answer.getJsonArray("ingests").getJsonObject(0);
  }

  private static void ask(SignalClient client, String type, String device) {
    client.send("{\"type\":\"" + type + "\",\"request\":9,\"device\":\"" + device + "\"}");
  }

  @Test
  void tellsWhoAddsADeviceAloneHowItGetsIn() {
    try (SignalClient ada = client("Ada");
        SignalClient grace = client("Grace")) {
      String room = SignalIT.create(ada, "Cameras");
      SignalIT.join(ada, room);
      SignalIT.join(grace, room);

      JsonObject answer = add(ada, "Gate camera");

      assertEquals("Gate camera", answer.getJsonObject("device").getString("name"));
      assertTrue(answer.containsKey("expires"));
      JsonObject whip = whip(answer);
      assertEquals("whip", whip.getString("protocol"));
      assertTrue(whip.getString("address").startsWith("/rtc/v1/whip/?app=group&stream="));
      JsonObject added = grace.awaitChange("room-changed", "device-added").getJsonObject("device");
      assertEquals(answer.getJsonObject("device").getString("id"), added.getString("id"));
      assertFalse(added.getBoolean("onAir"));
      assertEquals(4, added.size(), "nothing but id, name, holder and onAir: " + added);

      grace.send("{\"type\":\"resync\",\"request\":5,\"topic\":\"room\"}");
      JsonObject snapshot = grace.await("room");
      assertEquals(1, snapshot.getJsonArray("devices").size());
      assertEquals(2, snapshot.getJsonArray("members").size());
      assertFalse(snapshot.toString().contains(whip.getString("key")));
    }
  }

  @Test
  void givesItsMakerAloneTheAddressAgainWithANewKey() {
    try (SignalClient ada = client("Ada");
        SignalClient grace = client("Grace")) {
      String room = SignalIT.create(ada, "Cameras");
      SignalIT.join(ada, room);
      SignalIT.join(grace, room);
      JsonObject first = add(ada, "Gate camera");

      String device = first.getJsonObject("device").getString("id");
      ask(grace, "request-device", device);
      assertEquals("not-allowed", grace.await("error").getString("code"));
      ask(ada, "request-device", device);
      JsonObject again = ada.await("device");

      assertEquals(9, again.getInt("request"));
      assertEquals(whip(first).getString("address"), whip(again).getString("address"));
      assertNotEquals(whip(first).getString("key"), whip(again).getString("key"));
    }
  }

  @Test
  void letsTheRoomsOwnerGiveItAnotherAddress() throws Exception {
    try (SignalClient ada = client("Ada");
        SignalClient grace = client("Grace")) {
      String room = SignalIT.create(ada, "Cameras");
      SignalIT.join(ada, room);
      SignalIT.join(grace, room);
      JsonObject first = add(grace, "Gate camera");
      String device = first.getJsonObject("device").getString("id");
      ada.awaitChange("room-changed", "device-added");

      ask(ada, "renew-device", device);
      JsonObject renewed = ada.await("device");

      assertEquals(device, renewed.getJsonObject("device").getString("id"));
      assertNotEquals(whip(first).getString("address"), whip(renewed).getString("address"));
      grace.awaitChange("room-changed", "device-updated");
      ask(grace, "request-device", device);
      assertEquals("not-allowed", grace.await("error").getString("code"));
      assertEquals(403, offer(whip(first)), "the old address is good no more");
      assertEquals(400, offer(whip(renewed)), "the new one is, but for an offer that is none");
    }
  }

  private int offer(JsonObject whip) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.url(whip.getString("address")))
            .header("Authorization", "Bearer " + whip.getString("key"))
            .header("Content-Type", "application/sdp")
            .POST(HttpRequest.BodyPublishers.ofString("no offer"))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void letsAnotherMemberRemoveIt() {
    try (SignalClient ada = client("Ada");
        SignalClient grace = client("Grace")) {
      String room = SignalIT.create(ada, "Cameras");
      SignalIT.join(ada, room);
      SignalIT.join(grace, room);
      String device = add(ada, "Gate camera").getJsonObject("device").getString("id");
      // What comes and goes within one batch is told to nobody. Ada may have been told before her
      // answer came, and passed over it.
      grace.awaitChange("room-changed", "device-added");

      ask(grace, "remove-device", device);

      assertEquals(device, grace.await("device-removed").getString("device"));
      assertEquals(device, ada.awaitChange("room-changed", "device-removed").getString("id"));
    }
  }

  @Test
  void refusesWhoHasNoSeatThere() {
    try (SignalClient ada = client("Ada");
        SignalClient mallory = client("Mallory")) {
      SignalIT.join(ada, SignalIT.create(ada, "Cameras"));
      String device = add(ada, "Gate camera").getJsonObject("device").getString("id");

      mallory.send("{\"type\":\"add-device\",\"request\":1,\"name\":\"Spy\"}");
      assertEquals("not-in-a-room", mallory.await("error").getString("code"));
      ask(mallory, "request-device", device);
      assertEquals("not-in-a-room", mallory.await("error").getString("code"));

      SignalIT.join(mallory, SignalIT.create(mallory, "Elsewhere"));
      for (String type : List.of("request-device", "remove-device")) {
        ask(mallory, type, device);
        assertEquals("no-such-device", mallory.await("error").getString("code"), type);
      }
      ask(mallory, "request-device", "no id at all");
      assertEquals("no-such-device", mallory.await("error").getString("code"));
    }
  }

  @Test
  void refusesNamesAndTooManyDevices() {
    try (SignalClient ada = client("Ada")) {
      SignalIT.join(ada, SignalIT.create(ada, "Cameras"));
      ada.send("{\"type\":\"add-device\",\"name\":\" \"}");
      assertEquals("device-name-invalid", ada.await("error").getString("code"));
      for (int number = 1; number <= 4; number++) {
        add(ada, "Camera " + number);
      }

      ada.send("{\"type\":\"add-device\",\"name\":\"camera 1\"}");
      assertEquals("device-name-taken", ada.await("error").getString("code"));
      ada.send("{\"type\":\"add-device\",\"name\":\"Camera 5\"}");
      assertEquals("too-many-devices", ada.await("error").getString("code"));
    }
  }
}
