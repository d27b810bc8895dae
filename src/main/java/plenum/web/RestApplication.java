package plenum.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import plenum.http.AcceptFilter;
import plenum.http.FailureMapper;
import plenum.http.RecordBody;
import plenum.media.srs.HooksResource;
import plenum.web.account.AccountsResource;
import plenum.web.account.LoginResource;
import plenum.web.account.LoginsResource;
import plenum.web.account.PasswordResource;
import plenum.web.account.ProviderResource;
import plenum.web.account.WelcomeResource;
import plenum.web.chat.MessagesResource;
import plenum.web.chat.UploadsResource;
import plenum.web.guest.GuestLinksResource;
import plenum.web.guest.GuestResource;
import plenum.web.records.DeviceTestsResource;
import plenum.web.records.MyDataResource;
import plenum.web.records.PeopleResource;
import plenum.web.records.RetentionResource;
import plenum.web.room.ReceiversResource;

/**
 * The REST resources, below {@code /api}. They are listed: an application that lists nothing would
 * take in the media doors as well.
 */
@ApplicationPath("api")
public class RestApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        MeResource.class,
        HooksResource.class,
        SettingsResource.class,
        LoginResource.class,
        LoginsResource.class,
        PasswordResource.class,
        ProviderResource.class,
        WelcomeResource.class,
        AccountsResource.class,
        MyDataResource.class,
        PeopleResource.class,
        RetentionResource.class,
        DeviceTestsResource.class,
        GuestLinksResource.class,
        GuestResource.class,
        MessagesResource.class,
        UploadsResource.class,
        ReceiversResource.class,
        AcceptFilter.class,
        RecordBody.class,
        FailureMapper.class);
  }

  /** Nobody needs a description of the classes behind. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.wadl.disableWadl", true,
        // Redirects name no host: the one that the client sent may be anything.
        "jersey.config.server.headers.location.relative.resolution.disabled", true,
        "jersey.config.server.response.setStatusOverSendError", true);
  }
}
