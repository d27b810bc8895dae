package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import plenum.settings.MediaSettings;
import plenum.settings.MediaSettings.DoorSettings;

/** Lets only the configured user at the management API (HTTP Basic, RFC 7617). */
@ApplicationScoped
public class Administrators {

  private static final String BASIC = "basic ";

  private Optional<byte[]> credentials = Optional.empty();

  /** For the container's proxy. */
  protected Administrators() {}

  @Inject
  Administrators(MediaSettings settings) {
    DoorSettings doors = settings.doors();
    credentials =
        doors
            .username()
            .flatMap(name -> doors.password().map(password -> digest(name + ":" + password)));
  }

  /** Why the request may not pass; empty when it may. */
  Optional<Reply> refusal(Optional<String> authorization) {
    if (credentials.isEmpty()) {
      return Optional.of(
          unauthorized(
              "The media API is closed until plenum.media.api.username and"
                  + " plenum.media.api.password are set."));
    }
    boolean right =
        authorization
            .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BASIC))
            .flatMap(header -> decode(header.substring(BASIC.length()).trim()))
            .filter(sent -> MessageDigest.isEqual(digest(sent), credentials.get()))
            .isPresent();
    return right
        ? Optional.empty()
        : Optional.of(unauthorized("The user name and password of the media API are needed."));
  }

  private static Reply unauthorized(String detail) {
    return new Problem(401, "not-authorized", detail)
        .reply()
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
