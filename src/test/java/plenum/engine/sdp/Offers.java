package plenum.engine.sdp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The offers of real clients, and our end to answer them. */
final class Offers {

  static final List<String> ALL =
      List.of(
          "chromium-publish",
          "chromium-play",
          "chromium-simulcast",
          "chromium-data-channel",
          "ffmpeg-publish",
          "firefox-play");

  static final LocalTransport LOCAL =
      new LocalTransport(
          "ufraglcl",
          "password-of-the-server-32-letters",
          new Fingerprint("sha-256", String.join(":", Collections.nCopies(32, "AB"))),
          List.of(
              LocalCandidate.udp(new InetSocketAddress("192.0.2.1", 8000)),
              LocalCandidate.udp(new InetSocketAddress("2001:db8::1", 8000)),
              LocalCandidate.tcp(new InetSocketAddress("192.0.2.1", 443))));

  private Offers() {}

  static String text(String name) {
    try (InputStream in = Offers.class.getResourceAsStream(name + ".sdp")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SessionDescription offer(String name) {
    return SessionDescription.parse(text(name));
  }

  /** The lines of an answer's m-line and what follows it. */
  static List<String> section(String sdp, int index) {
    String[] sections = sdp.split("(?=m=)");
    return Arrays.asList(sections[index + 1].split("\r\n"));
  }

  static List<String> session(String sdp) {
    return Arrays.asList(sdp.split("m=", 2)[0].split("\r\n"));
  }
}
