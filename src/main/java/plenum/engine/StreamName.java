package plenum.engine;

import java.util.regex.Pattern;

/**
 * The name of one published stream: the kind of place it belongs to and an unguessable name in it.
 *
 * <p>Neither part may contain a dot: SRS, which speaks the same contract, cuts stream names there.
 *
 * @param app the application, {@code [A-Za-z0-9_-]{1,64}}
 * @param stream the stream's own name, {@code [A-Za-z0-9_-]{1,128}}
 */
public record StreamName(String app, String stream) {

  private static final Pattern APP = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  /**
   * @throws MediaRefused with {@link MediaRefused.Reason#BAD_NAME} when a part is malformed
   */
  public StreamName {
    if (app == null || !APP.matcher(app).matches()) {
      throw new MediaRefused(
          MediaRefused.Reason.BAD_NAME,
          "The app parameter must be 1 to 64 letters, digits, '_' or '-'.");
    }
    if (stream == null || !STREAM.matcher(stream).matches()) {
      throw new MediaRefused(
          MediaRefused.Reason.BAD_NAME,
          "The stream parameter must be 1 to 128 letters, digits, '_' or '-'.");
    }
  }

  /** As SRS writes it: {@code /app/stream}. */
  public String url() {
    return "/" + app + "/" + stream;
  }
}
