package plenum.media.management;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import plenum.http.AcceptFilter;
import plenum.http.FailureMapper;
import plenum.media.doors.CorsFilter;
import plenum.media.doors.RtcApplication;

/** SRS's management API, {@code /api/v1/...}. */
@ApplicationPath("api/v1")
public class ManagementApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        ManagementResource.class, CorsFilter.class, AcceptFilter.class, FailureMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return RtcApplication.PROPERTIES;
  }
}
