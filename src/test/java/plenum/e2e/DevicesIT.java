package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Quick;

/** Cameras and encoders, which are not our pages, take part in a meeting. */
class DevicesIT {

  @RegisterExtension final People people = new People();

  private RoomPage page;
  private RoomDevicesDialog dialog;
  private String room;

  @BeforeEach
  void adaIsInARoom() {
    room = people.room(people.roomName("Cameras"));
    page = people.newcomer("Ada").startingWith(Scripts.KEEP_PEERS).arrive().enter(room);
    dialog = new RoomDevicesDialog(page.page());
  }

  @Test
  @Quick
  void aDeviceIsSeenAsLongAsItSends() {
    dialog.open();
    dialog.add("Gate camera");
    assertThat(dialog.row("Gate camera")).containsText("Waiting");
    assertThat(page.tiles()).hasCount(1);

    try (Encoder encoder = encoder()) {
      assertEquals(201, encoder.publish(dialog.field("whip", "server"), dialog.token()));

      assertThat(dialog.row("Gate camera")).containsText("On air");
      dialog.close();
      Locator tile = page.tileOf("Gate camera");
      page.awaitPictureIn(tile);
      eventually(
          "moving pictures of the device",
          () -> page.stats().from("Gate camera").orElse(Stats.Received.NOTHING),
          received -> received.framesDecoded() > 30);
      assertThat(tile.locator(".tile__muted")).isHidden();
      assertThat(tile.locator(".tile__status")).isEmpty();
      assertThat(page.page().locator("#participants-count")).hasText("1");
      page.openPeople();
      assertThat(page.page().locator("#participants-title")).hasText("1 person here · 1 device");
      assertThat(page.rowOf("Gate camera")).containsText("device");

      encoder.stop();
      assertThat(tile).hasCount(0);
      assertThat(page.toast("Gate camera is no longer on air")).isVisible();
    }
    dialog.open();
    assertThat(dialog.row("Gate camera")).containsText("Waiting");
  }

  @Test
  void aDeviceComesBackWithTheSameToken() {
    dialog.open();
    dialog.add("Gate camera");
    String server = dialog.field("whip", "server");
    String token = dialog.token();
    try (Encoder encoder = encoder()) {
      assertEquals(201, encoder.publish(server, token));
      assertThat(page.tileOf("Gate camera")).hasCount(1);
      encoder.stop();
      assertThat(page.tileOf("Gate camera")).hasCount(0);

      assertEquals(201, encoder.publish(server, token));
      page.awaitPictureIn(page.tileOf("Gate camera"));
    }
  }

  @Test
  void aDeviceCanBeLeftUnwatched() {
    dialog.open();
    dialog.add("Gate camera");
    try (Encoder encoder = encoder()) {
      encoder.publish(dialog.field("whip", "server"), dialog.token());
      dialog.close();
      Locator tile = page.tileOf("Gate camera");
      page.awaitPictureIn(tile);

      tile.locator(".tile__watch").click();

      assertThat(tile).containsText("Not watching");
      assertTrue(page.stats().from("Gate camera").isEmpty());

      tile.locator(".tile__watch").click();
      page.awaitPictureIn(tile);
    }
  }

  @Test
  void anotherMemberRemovesADeviceAndEndsWhatItSends() {
    dialog.open();
    dialog.add("Gate camera");
    String server = dialog.field("whip", "server");
    String token = dialog.token();
    RoomPage bobs = people.newcomer("Bob").withoutDevices().arrive().enter(room);
    RoomDevicesDialog bobsDialog = new RoomDevicesDialog(bobs.page());
    try (Encoder encoder = encoder()) {
      encoder.publish(server, token);
      bobs.awaitPictureIn(bobs.tileOf("Gate camera"));
      bobsDialog.open();

      bobsDialog.remove("Gate camera");

      assertThat(bobs.tileOf("Gate camera")).hasCount(0);
      assertThat(dialog.row("Gate camera")).hasCount(0);
      assertThat(dialog.address()).isHidden();
      encoder.awaitEnd();
      assertEquals(403, encoder.publish(server, token), "the address is good no more");
    }
  }

  @Test
  void theAddressIsForWhoAddedTheDeviceAloneAndCanBeRenewed() {
    dialog.open();
    dialog.add("Gate camera");
    String server = dialog.field("whip", "server");
    String token = dialog.token();
    RoomPage bobs = people.newcomer("Bob").withoutDevices().arrive().enter(room);
    RoomDevicesDialog bobsDialog = new RoomDevicesDialog(bobs.page());
    bobsDialog.open();
    assertThat(bobsDialog.buttons("Gate camera")).hasCount(1);
    assertThat(dialog.buttons("Gate camera")).hasCount(3);

    dialog.renew("Gate camera");

    Eventually.eventually(
        "another address", () -> dialog.field("whip", "server"), now -> !now.equals(server));
    try (Encoder encoder = encoder()) {
      assertEquals(403, encoder.publish(server, token), "the address before is good no more");
      encoder.publish(dialog.field("whip", "server"), dialog.token());
      bobs.awaitPictureIn(bobs.tileOf("Gate camera"));
    }
  }

  @Test
  void theAddressIsShownAgainWithAnotherTokenAndIsGoneWithTheDialog() {
    dialog.open();
    dialog.add("Gate camera");
    String token = dialog.token();
    dialog.close();
    // The dialog tells of its end in a task of its own.
    Eventually.eventually(
        "an address that is gone", () -> page.page().content().contains(token), there -> !there);

    dialog.open();
    dialog.showAddress("Gate camera");

    assertFalse(token.equals(dialog.token()));
    dialog.copy("Bearer token");
    assertThat(dialog.status()).hasText("Copied: Bearer token");
    assertEquals(dialog.token(), page.page().evaluate("navigator.clipboard.readText()"));
  }

  @Test
  void aNameThatCannotBeUsedIsExplained() {
    dialog.open();
    dialog.add("");
    assertThat(dialog.problem()).hasText("Please enter a name for the device.");
    dialog.add("x".repeat(41));
    assertThat(dialog.problem()).containsText("at most 40 characters");
    dialog.add("Gate camera");
    assertThat(dialog.problem()).isHidden();
    dialog.add("gate camera");
    assertThat(dialog.problem()).containsText("already a device called gate camera");
  }

  private Encoder encoder() {
    return new Encoder(people);
  }

  /** Something that publishes by WHIP and knows nothing of Plenum's pages. */
  private static final class Encoder implements AutoCloseable {

    private static final String PUBLISH =
        """
        async ({ server, token }) => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
          const context = canvas.getContext("2d");
          let frame = 0;
          setInterval(() => {
            frame += 1;
            context.fillStyle = `hsl(${frame % 360} 60% 50%)`;
            context.fillRect(0, 0, 320, 180);
          }, 50);
          const peer = new RTCPeerConnection();
          window.peer = peer;
          canvas.captureStream(20).getTracks().forEach((track) => {
            const { codecs } = RTCRtpSender.getCapabilities("video");
            const transceiver = peer.addTransceiver(track, { direction: "sendonly" });
            const h264 = codecs.filter(({ mimeType }) => mimeType === "video/H264");
            transceiver.setCodecPreferences(h264.length > 0 ? h264 : codecs);
          });
          await peer.setLocalDescription();
          const response = await fetch(server, {
            method: "POST",
            headers: { "Content-Type": "application/sdp", Authorization: `Bearer ${token}` },
            body: peer.localDescription.sdp,
          });
          if (response.status === 201) {
            window.session = response.headers.get("Location");
            await peer.setRemoteDescription({ type: "answer", sdp: await response.text() });
          }
          return response.status;
        }
        """;

    private final Page page;

    Encoder(People people) {
      page = people.newcomer("Encoder").nameless().arrive().open("/health/live");
    }

    /** The status of the answer. */
    int publish(String server, String token) {
      Object status = page.evaluate(PUBLISH, Map.of("server", server, "token", token));
      return ((Number) status).intValue();
    }

    void stop() {
      page.evaluate("fetch(session, { method: 'DELETE' }).then(() => peer.close())");
    }

    /** Waits until the server has ended the session. */
    void awaitEnd() {
      eventually(
          "the end of what the device sends",
          () -> String.valueOf(page.evaluate("peer.connectionState")),
          List.of("closed", "failed", "disconnected")::contains);
    }

    @Override
    public void close() {
      page.close();
    }
  }
}
