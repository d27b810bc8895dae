package plenum.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/** A browser that publishes a moving picture, whoever got the ticket for it. */
public final class ScreenSender implements AutoCloseable {

  private static final String PUBLISH =
      """
      async (address) => {
        const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
        const context = canvas.getContext("2d");
        setInterval(() => {
          context.fillStyle = `hsl(${performance.now() % 360} 80% 50%)`;
          context.fillRect(0, 0, 320, 180);
        }, 50);
        window.peer = new RTCPeerConnection();
        canvas.captureStream(20).getTracks().forEach((track) => peer.addTransceiver(track, { direction: "sendonly" }));
        await peer.setLocalDescription();
        const answer = await fetch(address, { method: "POST", body: peer.localDescription.sdp });
        if (answer.status !== 201) {
          throw new Error(`${answer.status} ${await answer.text()}`);
        }
        await peer.setRemoteDescription({ type: "answer", sdp: await answer.text() });
      }
      """;

  private static final String AWAIT_END =
      """
      () => new Promise((ended) => {
        const look = () => ["disconnected", "failed", "closed"].includes(peer.connectionState) && ended();
        peer.addEventListener("connectionstatechange", look);
        look();
      })
      """;

  private final PlenumServer server;
  private final Playwright playwright = Chromium.playwright();
  private final Browser browser = Chromium.launch(playwright);
  private final Page page = browser.newPage();

  public ScreenSender(PlenumServer server) {
    this.server = server;
    page.navigate(server.url("/health/ready").toString());
  }

  /** Publishes to the address of a ticket; it is on air soon. */
  public void publish(String address) {
    page.evaluate(PUBLISH, server.url(address).toString());
  }

  /** Waits until the server has ended what was published. */
  public void awaitEnd() {
    page.evaluate(AWAIT_END);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
