package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import plenum.account.Visitor;
import plenum.identity.Identity;
import plenum.media.ticket.Relay;
import plenum.media.ticket.Relays;
import plenum.settings.BrowserSettings;
import plenum.settings.Current;
import plenum.settings.MediaSettings;
import plenum.settings.Release;
import plenum.settings.SendingSettings;
import plenum.settings.SendingSettings.Camera;
import plenum.settings.SendingSettings.Screen;
import plenum.settings.SendingSettings.Sound;

/**
 * What pages must know of the site before they connect. Nothing in it is a secret, but how to get
 * in at the TURN servers, which only somebody with a name is told.
 */
@ApplicationScoped
public class SettingsOfPages {

  /**
   * The answer.
   *
   * @param media {@code embedded} or {@code srs}
   * @param addresses empty ones are the page's own origin
   * @param codecs the codecs that the media node passes, in the order in which to offer them
   * @param camera how much of a camera's picture pages may send
   * @param screen the same of a shared screen's
   * @param sound the same of sound
   * @param receiving how many pictures and sounds pages receive over one connection; missing where
   *     each stream has its own
   * @param smallUpTo up to how many lines a camera is played from its small stream; missing where
   *     there are no small streams
   * @param mostPictures how many pictures of people pages play at most; missing like smallUpTo
   * @param version which Plenum this is
   * @param pages which files the pages are made of: another word after each change of one
   * @param relay the site's TURN servers, if it has some
   */
  public record Settings(
      String media,
      Addresses addresses,
      List<String> codecs,
      Camera camera,
      Screen screen,
      Sound sound,
      Optional<Receiving> receiving,
      Optional<Integer> smallUpTo,
      Optional<Integer> mostPictures,
      String version,
      String pages,
      Optional<Relay> relay) {}

  /** See {@link plenum.settings.ReceivingSettings}. */
  public record Receiving(int pictures, int sounds) {}

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
  @Inject Current<SendingSettings> sending;
  @Inject Release release;
  @Inject Assets assets;
  @Inject Relays relays;
  @Inject Visitors visitors;

  /** Made when the first page is asked for: that takes some time. */
  private static final class Writer {
    private static final Jsonb JSON = JsonbBuilder.create();
  }

  /** For whoever sent this request. */
  Settings of(HttpServletRequest request) {
    boolean srs = settings.srs().inUse();
    SendingSettings now = sending.now();
    return new Settings(
        srs ? "srs" : "embedded",
        Addresses.of(settings.browser()),
        settings.codecs(),
        now.camera(),
        now.screen(),
        now.sound(),
        receiving(),
        smallUpTo(),
        smallUpTo().map(lines -> settings.srs().pictures().most()),
        release.version(),
        assets.version(),
        relay(request));
  }

  /**
   * The same as JSON that can stand inside a script element: no text in it can end that, or begin a
   * comment in it (HTML 4.12.1.3).
   */
  String json(HttpServletRequest request) {
    return Writer.JSON
        .toJson(of(request))
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e");
  }

  private Optional<Receiving> receiving() {
    return Optional.of(settings.receiving())
        .filter(receiving -> receiving.offered(settings))
        .map(receiving -> new Receiving(receiving.pictures(), receiving.sounds()));
  }

  private Optional<Integer> smallUpTo() {
    return Optional.of(settings.srs().pictures().smallUpTo())
        .filter(lines -> settings.srs().inUse() && lines > 0);
  }

  /** For somebody who is known by a name. */
  private Optional<Relay> relay(HttpServletRequest request) {
    return visitors
        .recognised(request)
        .map(Visitor::identity)
        .filter(identity -> identity.name().isPresent())
        .map(Identity::id)
        .flatMap(relays::of);
  }
}
