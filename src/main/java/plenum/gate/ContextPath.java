package plenum.gate;

import java.util.Map;
import java.util.Optional;
import org.glassfish.grizzly.http.HttpRequestPacket;
import plenum.http.Reply;
import plenum.settings.SiteSettings;

/**
 * Takes {@code plenum.http.context-path} off the requests that bring it, before the container looks
 * at them: to it Plenum is at the root, where the container's own doors are guarded, whether a
 * front hands paths on as they are or shortened.
 */
final class ContextPath {

  private static final int PERMANENT_REDIRECT = 308;

  private final SiteSettings site;

  ContextPath(SiteSettings site) {
    this.site = site;
  }

  /** Takes it off. */
  void takeOff(HttpRequestPacket request) {
    String path = site.contextPath();
    String asked = request.getRequestURI();
    if (!path.isEmpty() && asked.startsWith(path + "/")) {
      request.setRequestURI(asked.substring(path.length()));
    }
  }

  /** Where to go instead: the path alone, as people type it, is no page of this site. */
  Optional<Reply> redirect(HttpRequestPacket request) {
    String path = site.contextPath();
    return path.isEmpty() || !request.getRequestURI().equals(path)
        ? Optional.empty()
        : Optional.of(new Reply(PERMANENT_REDIRECT, Map.of("Location", path + "/"), ""));
  }
}
