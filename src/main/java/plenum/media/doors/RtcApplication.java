package plenum.media.doors;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import plenum.http.AcceptFilter;
import plenum.http.FailureMapper;

/** Where offers go: {@code /rtc/v1/...}, as with SRS. */
@ApplicationPath("rtc")
public class RtcApplication extends Application {

  /**
   * Jersey would make Locations absolute, and answer OPTIONS with a description of its classes.
   * Errors must keep their content, which {@code sendError} would replace by a page.
   */
  public static final Map<String, Object> PROPERTIES =
      Map.of(
          "jersey.config.server.headers.location.relative.resolution.disabled", true,
          "jersey.config.server.wadl.disableWadl", true,
          "jersey.config.server.response.setStatusOverSendError", true);

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        WhipResource.class,
        JsonResource.class,
        CorsFilter.class,
        AcceptFilter.class,
        FailureMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return PROPERTIES;
  }
}
