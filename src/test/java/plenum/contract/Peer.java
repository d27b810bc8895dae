package plenum.contract;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import plenum.testing.PlenumServer;
import plenum.testing.Waiting;

/** A real browser that speaks WHIP and WHEP and knows nothing of Plenum's pages. */
final class Peer implements AutoCloseable {

  /** What a peer offers; without a codec everything that the browser has. */
  record Offer(boolean audio, boolean video, String codec) {
    static final Offer BOTH = new Offer(true, true, "");
    static final Offer SOUND = new Offer(true, false, "");
    static final Offer PICTURE = new Offer(false, true, "");

    static Offer of(String codec) {
      return new Offer(true, true, codec);
    }
  }

  /** What a door answered. */
  record Answer(int status, String type, String location, String body) {}

  /** What a player received so far. */
  record Received(String state, int frames, int sounds, long ssrc, String codec) {}

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOVING = 10;

  /** Milliseconds in which sound that is not silent comes many times. */
  private static final int SILENCE = 500;

  private final BrowserContext context;
  private final Page page;

  Peer(Browser browser, PlenumServer server) {
    context = browser.newContext();
    page = context.newPage();
    page.navigate(server.url("/health/live").toString());
    page.evaluate(Door.resource("/plenum/contract/peer.js"));
  }

  Answer publish(String url) {
    return publish(url, Offer.BOTH);
  }

  Answer publish(String url, Offer offer) {
    return exchange("publish", url, offer, "");
  }

  /** As encoders do, with the ticket as a bearer token. */
  Answer publish(String url, Offer offer, String token) {
    return exchange("publish", url, offer, token);
  }

  Answer play(String url) {
    return play(url, Offer.BOTH);
  }

  Answer play(String url, Offer offer) {
    return exchange("play", url, offer, "");
  }

  private Answer exchange(String what, String url, Offer offer, String token) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("audio", offer.audio());
    wish.put("video", offer.video());
    wish.put("codec", offer.codec());
    wish.put("token", token);
    String script = "([url, wish]) => " + what + "(url, wish)";
    Map<?, ?> answer = (Map<?, ?>) page.evaluate(script, new Object[] {url, wish});
    return new Answer(
        ((Number) answer.get("status")).intValue(),
        String.valueOf(answer.get("type")),
        String.valueOf(answer.get("location")),
        String.valueOf(answer.get("body")));
  }

  /** DELETEs its session as the answer named it; answers the status. */
  int end() {
    return ((Number) page.evaluate("endSession()")).intValue();
  }

  /** Sends its picture in another of the codecs that were agreed on, from now on. */
  void changeCodec(String codec) {
    page.evaluate("codec => changeCodec(codec)", codec);
  }

  /** Restarts its ICE by a PATCH of its session; answers the status. */
  int restartIce() {
    return ((Number) page.evaluate("restartIce()")).intValue();
  }

  /** Its ICE name on the path that media takes; empty while there is none. */
  String pathName() {
    return String.valueOf(page.evaluate("pathName()"));
  }

  /** Closes the peer connection, as a page that is left. */
  void hangUp() {
    page.evaluate("hangUp()");
  }

  /** The element that shows the picture. */
  Locator video() {
    return page.locator("video");
  }

  Received received() {
    Map<?, ?> now = (Map<?, ?>) page.evaluate("received()");
    return new Received(
        String.valueOf(now.get("state")),
        ((Number) now.get("frames")).intValue(),
        ((Number) now.get("sounds")).intValue(),
        ((Number) now.get("ssrc")).longValue(),
        String.valueOf(now.get("codec")));
  }

  /** Waits until pictures and sound go on coming. */
  Received awaitMedia() {
    Received before = received();
    return Waiting.until(
        "pictures and sound",
        PATIENCE,
        this::received,
        now ->
            now.frames() >= before.frames() + MOVING && now.sounds() >= before.sounds() + MOVING);
  }

  /** Waits until there are pictures, or sound, as the offer has them. */
  Received await(Offer offer) {
    return Waiting.until(
        "what was offered: " + offer,
        PATIENCE,
        this::received,
        now ->
            (!offer.video() || now.frames() >= MOVING)
                && (!offer.audio() || now.sounds() >= MOVING));
  }

  /** Waits until nothing more comes. */
  void awaitSilence() {
    Received[] before = {received()};
    Waiting.until(
        "silence",
        PATIENCE,
        () -> {
          page.waitForTimeout(SILENCE);
          Received now = received();
          int more = now.sounds() - before[0].sounds() + now.frames() - before[0].frames();
          before[0] = now;
          return more;
        },
        more -> more == 0);
  }

  /** Waits until the connection is there, with or without media. */
  void awaitConnected() {
    Waiting.until(
        "the connection", PATIENCE, this::received, now -> now.state().equals("connected"));
  }

  @Override
  public void close() {
    context.close();
  }
}
