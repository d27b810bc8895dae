package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import plenum.settings.Release;
import plenum.settings.SiteSettings;
import plenum.text.Refused;
import plenum.text.Texts;

/** What every page's mark-up asks for: {@code #{page.text['page.brand']}}. */
@Named
@RequestScoped
public class Page {

  private static final String CALL = "call";
  private static final List<String> MEETING_STYLES =
      List.of(
          "css/room.css",
          "css/chat.css",
          "css/tiles.css",
          "css/screens.css",
          "css/room-devices.css",
          "css/room-options.css",
          "css/moderation.css",
          "css/gestures.css",
          "css/live.css");
  private static final List<String> CALL_STYLES =
      Stream.concat(MEETING_STYLES.stream(), Stream.of("css/call.css")).toList();

  private final Texts texts;
  private final Assets assets;
  private final Release release;
  private final SiteSettings site;
  private final SettingsOfPages settings;
  private final HttpServletRequest request;

  /** For the container's proxy only. */
  protected Page() {
    this.texts = Texts.of(Texts.LANGUAGES.get(0));
    this.assets = null;
    this.release = null;
    this.site = null;
    this.settings = null;
    this.request = null;
  }

  /** The page in the language that suits this request's reader. */
  @Inject
  public Page(
      HttpServletRequest request,
      Assets assets,
      Release release,
      SiteSettings site,
      SettingsOfPages settings) {
    this.settings = settings;
    this.request = request;
    this.assets = assets;
    this.release = release;
    this.site = site;
    this.texts = Texts.forReader(Collections.list(request.getLocales()));
  }

  /** The page's language as a BCP 47 tag. */
  public String getLanguage() {
    return texts.language().toLanguageTag();
  }

  /** The same, as figures and names are written in it. */
  public Locale locale() {
    return Locale.forLanguageTag(getLanguage());
  }

  /** All sentences by key. */
  public Map<String, String> getText() {
    return texts.sentences();
  }

  /** Why something was not done, in the page's language. */
  public String sentence(Refused refused) {
    return texts.say(refused.sentence());
  }

  /** Which Plenum this is. */
  public String getVersion() {
    return release.version();
  }

  /** What stands before every path of this site; empty where it has its host for itself. */
  public String getSite() {
    return site.contextPath();
  }

  /** The folder that the addresses of styles, modules and pictures begin with. */
  public String getAssets() {
    return site.path(assets.base());
  }

  /** The addresses of the styles that all pages with a meeting share. */
  public List<String> getMeetingStyles() {
    return addresses(MEETING_STYLES.stream());
  }

  /** The addresses of a page's module and of everything that it needs. */
  public List<String> modules(String module) {
    return addresses(assets.modulesOf(path(module)).stream());
  }

  /**
   * The addresses of what the page of a call needs beyond what a page with this module has:
   * browsers fetch them when they have nothing else to do, so that a call that is answered is there
   * at once.
   */
  public List<String> ahead(String module) {
    return module.equals(CALL)
        ? List.of()
        : addresses(
            Stream.concat(
                assets.modulesOf(path(CALL)).stream()
                    .filter(needed -> !assets.modulesOf(path(module)).contains(needed)),
                CALL_STYLES.stream()));
  }

  private List<String> addresses(Stream<String> files) {
    return files.map(file -> getAssets() + file).toList();
  }

  private static String path(String module) {
    return "js/pages/" + module + ".js";
  }

  /** The script element, not executed, that hands the browser's modules their sentences. */
  public String getTextsElement() {
    return "<script type=\"application/json\" id=\"texts\">" + texts.json() + "</script>";
  }

  /**
   * The script element, not executed, that tells the browser's modules of the site: as JSON, what
   * {@code GET /api/settings} tells.
   */
  public String getSettingsElement() {
    return "<script type=\"application/json\" id=\"site-settings\">"
        + settings.json(request)
        + "</script>";
  }
}
