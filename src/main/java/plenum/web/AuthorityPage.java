package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import plenum.tls.Authority;
import plenum.tls.Tls;

/** What the page {@code /ca} tells of this server's certificate authority. */
@Named("authority")
@RequestScoped
public class AuthorityPage {

  @Inject Tls tls;
  @Inject HttpServletRequest request;

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

  /** By which it can be told from a forged one. */
  public String getFingerprint() {
    return tls.authority().map(Authority::fingerprint).orElse("");
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
    String name = request.getServerName();
    String host = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    return "https://" + host + ":" + tls.port().orElse(0) + "/";
  }
}
