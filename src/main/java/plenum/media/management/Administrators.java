package plenum.media.management;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.http.Brake;
import plenum.http.Problem;
import plenum.http.Reply;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.settings.MediaSettings;
import plenum.settings.MediaSettings.DoorSettings;
import plenum.settings.Network;
import plenum.text.Texts;

/** Lets only the configured user at the management API (HTTP Basic, RFC 7617). */
public final class Administrators {

  private static final System.Logger LOG = System.getLogger(Administrators.class.getName());
  private static final String BASIC = "basic ";

  private final Optional<byte[]> credentials;
  private final Brake<Network> brake;

  Administrators(MediaSettings settings, LongSupplier nanoTime) {
    brake = new Brake<>(Brake.FAILURES, nanoTime);
    DoorSettings doors = settings.doors();
    credentials =
        doors
            .username()
            .flatMap(name -> doors.password().map(password -> digest(name + ":" + password)));
  }

  /**
   * Why the request may not pass; empty when it may.
   *
   * @param authorization the header; without one nothing is guessed, and no failure is counted
   * @param remote the client's address, which has to wait after too many failures
   * @param reader in whose language the refusal is told
   */
  Optional<Reply> refusal(Optional<String> authorization, InetAddress remote, Texts reader) {
    if (credentials.isEmpty()) {
      return Optional.of(unauthorized("not-authorized.closed", reader));
    }
    Network client = Network.ofClient(remote);
    Duration pause = brake.pause(client);
    if (!pause.isZero()) {
      return Optional.of(tooManyFailures(pause, reader));
    }
    if (authorization.filter(this::right).isPresent()) {
      brake.succeeded(client);
      return Optional.empty();
    }
    if (authorization.isPresent() && brake.failed(client)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Too many wrong passwords for the media API from {0}; it has to wait",
          remote.getHostAddress());
    }
    return Optional.of(unauthorized("not-authorized", reader));
  }

  private boolean right(String header) {
    return Optional.of(header)
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(BASIC))
        .flatMap(text -> decode(text.substring(BASIC.length()).trim()))
        .filter(sent -> MessageDigest.isEqual(digest(sent), credentials.orElseThrow()))
        .isPresent();
  }

  private static Reply tooManyFailures(Duration pause, Texts reader) {
    return Problem.of(new RequestRefused(Reason.TOO_MANY_FAILURES, "too-many-failures"))
        .reply(reader)
        .with("Retry-After", Long.toString(pause.toSeconds() + 1));
  }

  private static Reply unauthorized(String key, Texts reader) {
    return Problem.of(new RequestRefused(Reason.NOT_AUTHORIZED, key))
        .reply(reader)
        .with("WWW-Authenticate", "Basic realm=\"Plenum media API\", charset=\"UTF-8\"");
  }

  private static Optional<String> decode(String text) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Digests have one length, so that comparing takes the same time whatever was sent. */
  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
