package plenum.media;

import java.util.regex.Pattern;

/**
 * The name of one stream, on whichever node it is.
 *
 * @param app the kind of place it belongs to, {@code [A-Za-z0-9_-]{1,64}}
 * @param name its own, unguessable name, {@code [A-Za-z0-9_-]{1,128}}; never a dot, where SRS cuts
 */
public record StreamId(String app, String name) {

  private static final Pattern APP = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  /**
   * @throws MediaRefusal with {@link MediaRefusal.Reason#BAD_NAME} when a part is malformed
   */
  public StreamId {
    if (app == null || !APP.matcher(app).matches()) {
      throw new MediaRefusal(MediaRefusal.Reason.BAD_NAME, "bad-name.app");
    }
    if (name == null || !NAME.matcher(name).matches()) {
      throw new MediaRefusal(MediaRefusal.Reason.BAD_NAME, "bad-name.stream");
    }
  }

  /** As SRS writes it: {@code /app/name}. */
  public String path() {
    return "/" + app + "/" + name;
  }
}
