package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import plenum.settings.SiteSettings;
import plenum.tls.Authority;
import plenum.tls.Tls;

/** What the page {@code /ca} tells of this server's certificate authority. */
@Named("authority")
@RequestScoped
public class AuthorityPage {

  /** Eight bytes. */
  private static final Pattern PART = Pattern.compile("[0-9A-F:]{1,24}");

  @Inject Tls tls;
  @Inject HttpServletRequest request;
  @Inject SiteSettings site;

  /** Whether there is something to trust. */
  public boolean isOffered() {
    return tls.authority().isPresent();
  }

  /** Whether there is https, with whichever certificate. */
  public boolean isSecureOffered() {
    return tls.port().isPresent();
  }

  /** As systems list it. */
  public String getName() {
    return tls.authority().map(Authority::name).orElse("");
  }

  /** By which it can be told from a forged one, in parts between which a line may end. */
  public List<String> getFingerprint() {
    return PART.matcher(tls.authority().map(Authority::fingerprint).orElse(""))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** The day until which it is valid, in that language. */
  public String until(String language) {
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.forLanguageTag(language))
            .withZone(ZoneId.systemDefault());
    return tls.authority()
        .map(authority -> day.format(authority.certificate().getNotAfter().toInstant()))
        .orElse("");
  }

  /** Where to go when it is done. */
  public String getSecureAddress() {
    String host = Addresses.inUrl(request.getServerName());
    return "https://" + host + ":" + tls.port().orElse(0) + site.path("/");
  }
}
