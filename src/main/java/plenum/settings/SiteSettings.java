package plenum.settings;

import java.util.regex.Pattern;

/**
 * Where browsers find this site, besides its host.
 *
 * @param contextPath what stands before every path of it, such as {@code /plenum}; empty where it
 *     has the host for itself ({@code plenum.http.context-path}, which is {@code /} there)
 */
public record SiteSettings(String contextPath) {

  private static final String NAME = "plenum.http.context-path";

  /** Segments of letters that no address escapes, and none that leads elsewhere. */
  private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)*/?");

  /** Those that have no such path are asked without it, too. */
  private static final Pattern OURS =
      Pattern.compile("/(api|rtc|live|signal|resources|health|metrics|openapi)(/.*)?");

  static SiteSettings from(SettingsSource source) {
    String text = source.requiredText(NAME);
    if (!PATH.matcher(text).matches() || !text.startsWith("/") || OURS.matcher(text).matches()) {
      throw new InvalidSetting(
          NAME, text, "a path such as /plenum, or /, and none of Plenum's own such as /api");
    }
    return new SiteSettings(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /** The path at which browsers ask for this one of ours, which begins with a slash. */
  public String path(String ours) {
    return contextPath + ours;
  }
}
