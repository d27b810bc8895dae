package plenum.injection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** Gives each value of an offer each payload, with a ticket that lets it in. */
final class OfferWalk {

  /** The line of an offer, and what of it is replaced. */
  private static final List<String> VALUES =
      List.of(
          "o=(\\S+)",
          "s=(.+)",
          "m=video \\d+ (\\S+)",
          "a=ice-ufrag:(\\S+)",
          "a=ice-pwd:(\\S+)",
          "a=fingerprint:(.+)",
          "a=setup:(\\S+)",
          "a=mid:(\\S+)",
          "a=msid:(.+)",
          "a=rtpmap:\\d+ (\\S+)",
          "a=fmtp:\\d+ (.+)",
          "a=extmap:\\d+ (\\S+)",
          "a=ssrc:\\d+ cname:(\\S+)");

  private static final String FRAGMENT =
      "a=ice-ufrag:%1$s\r\na=ice-pwd:%1$s\r\nm=audio 9 RTP/AVP 0\r\na=mid:%1$s\r\na=candidate:%1$s";

  private final PlenumServer server;
  private final SignalClient client;
  private final Browser browser;
  private final Answers answers;
  private final String offer;
  private int requests;
  private int taken;
  private int read;

  OfferWalk(PlenumServer server, SignalClient client, Answers answers) {
    this.server = server;
    this.client = client;
    this.answers = answers;
    this.browser = new Browser(server);
    try (InputStream file =
        OfferWalk.class.getResourceAsStream("/plenum/engine/sdp/chromium-publish.sdp")) {
      this.offer = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /**
   * How many requests it took.
   *
   * @param seat sits down where offers are made
   */
  int walk(Runnable seat) {
    seat.run();
    for (String value : VALUES) {
      for (Payload payload : Payload.values()) {
        offer(with(value, payload), value + " " + payload);
      }
    }
    answers.check(taken > 0 && read > 0, "no offer was read: %d, %d".formatted(taken, read));
    return requests;
  }

  private String with(String value, Payload payload) {
    Matcher line = Pattern.compile("(?m)^" + value).matcher(offer);
    if (!line.find()) {
      answers.check(false, "the offer has no " + value);
      return offer;
    }
    return offer.substring(0, line.start(1)) + payload.text + offer.substring(line.end(1));
  }

  private void offer(String sdp, String what) {
    client.send("{\"type\":\"request-publish\",\"request\":7,\"source\":\"camera\"}");
    String url = client.await("ticket").getString("url");
    HttpResponse<String> answer = send("POST", url, "application/sdp", sdp);
    String told = "offer " + what;
    answers.check(told, answer);
    answers.check(!answer.body().contains("ticket"), told + " was not let in: " + answer.body());
    answers.check(
        answer.body().lines().noneMatch(line -> line.startsWith("X-Injected")),
        told + ": the answer has a line more");
    read += answer.statusCode() == 400 ? 1 : 0;
    Optional<String> location = answer.headers().firstValue("Location");
    if (location.isPresent()) {
      taken++;
      for (Payload payload : Payload.values()) {
        if (taken == 1) {
          String fragment = FRAGMENT.formatted(payload.text);
          answers.check(
              "fragment " + payload,
              send("PATCH", location.get(), "application/trickle-ice-sdpfrag", fragment));
        }
      }
      answers.check("DELETE " + told, send("DELETE", location.get(), "application/sdp", ""));
    }
  }

  private HttpResponse<String> send(String verb, String path, String type, String body) {
    requests++;
    return browser.send(
        HttpRequest.newBuilder(server.url(path))
            .header("Content-Type", type)
            .method(verb, BodyPublishers.ofString(body)));
  }
}
