package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import plenum.settings.BrowserSettings;
import plenum.settings.MediaSettings;
import plenum.settings.Release;

/** What pages must know of the site before they connect. Nothing in it is a secret. */
@Path("settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

  private static final int FRESH_SECONDS = 60;

  /**
   * The answer.
   *
   * @param media {@code embedded} or {@code srs}
   * @param addresses empty ones are the page's own origin
   * @param codecs the codecs that the media node passes, in the order in which to offer them
   * @param screen how screens are shared
   * @param version which Plenum this is
   */
  public record Settings(
      String media, Addresses addresses, List<String> codecs, Screen screen, String version) {}

  /**
   * How screens are shared.
   *
   * @param bitrate the most that the picture may use, in bit/s
   */
  public record Screen(int bitrate) {}

  /** See {@link BrowserSettings}. */
  public record Addresses(String publish, String play, String api, String signal) {
    static Addresses of(BrowserSettings browser) {
      return new Addresses(
          browser.publish().orElse(""),
          browser.play().orElse(""),
          browser.api().orElse(""),
          browser.signal().orElse(""));
    }
  }

  @Inject MediaSettings settings;
  @Inject Release release;

  @GET
  public Response settings() {
    boolean srs = settings.srs().inUse();
    CacheControl fresh = new CacheControl();
    fresh.setMaxAge(FRESH_SECONDS);
    return Response.ok(
            new Settings(
                srs ? "srs" : "embedded",
                Addresses.of(settings.browser()),
                settings.codecs(),
                new Screen(settings.browser().screenBitrate()),
                release.version()))
        .cacheControl(fresh)
        .build();
  }
}
