package plenum.admin.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import plenum.http.AcceptFilter;
import plenum.http.FailureMapper;
import plenum.http.RecordBody;

/** Administration's REST resources. */
@ApplicationPath("api/admin")
public class AdminApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        OverviewResource.class,
        MeetingsResource.class,
        StreamsResource.class,
        NodesResource.class,
        SessionsResource.class,
        AdminAccountsResource.class,
        AllGuestLinksResource.class,
        WebhooksResource.class,
        TokensResource.class,
        RecordsResource.class,
        CheckResource.class,
        AdminSettingsResource.class,
        SearchResource.class,
        WhereaboutsResource.class,
        FindingsResource.class,
        AnnouncementsResource.class,
        DescriptionResource.class,
        AcceptFilter.class,
        KnownParameters.class,
        RecordBody.class,
        FailureMapper.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.wadl.disableWadl", true,
        "jersey.config.server.response.setStatusOverSendError", true);
  }
}
