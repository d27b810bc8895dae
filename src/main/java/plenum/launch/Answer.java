package plenum.launch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is answered while Plenum starts. */
record Answer(int status, Map<String, String> headers, String text) {

  private static final int UNAVAILABLE = 503;

  private static final String STYLE =
      "body{font:1.1rem/1.5 system-ui,sans-serif;margin:20vh auto;max-width:30rem;padding:0 1rem}";

  /** The page that was asked for comes by itself, also when the port is closed for a moment. */
  private static final String SCRIPT =
      "setInterval(async()=>{try{const r=await fetch(location.href,{cache:\"no-store\"});"
          + "if(r.status!==503)location.reload()}catch{}},1000)";

  private static final String POLICY =
      "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; style-src '%s'; script-src '%s'"
              .formatted(hash(STYLE), hash(SCRIPT));

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer page(String languages) {
    boolean german = languages.strip().toLowerCase(Locale.ROOT).startsWith("de");
    String words =
        german
            ? "Plenum startet gerade. Die Seite erscheint gleich von selbst."
            : "Plenum is starting. The page appears by itself in a moment.";
    String text =
        ("<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"UTF-8\"><title>Plenum</title>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><style>%s</style>"
                + "<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript></head>"
                + "<body><main role=\"status\"><h1>Plenum</h1><p>%s</p></main>"
                + "<script>%s</script></body></html>")
            .formatted(german ? "de" : "en", STYLE, words, SCRIPT);
    return of(UNAVAILABLE, "text/html; charset=UTF-8", text);
  }

  /** For whoever wants no page: health, or a problem of RFC 9457. */
  static Answer json(String path) {
    return path.startsWith("/health")
        ? of(
            UNAVAILABLE,
            "application/json",
            "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"plenum\",\"status\":\"DOWN\","
                + "\"data\":{\"reason\":\"starting\"}}]}")
        : of(
            UNAVAILABLE,
            "application/problem+json",
            "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                + "\"code\":\"starting\",\"detail\":\"Plenum is starting.\"}");
  }

  static Answer alive() {
    return of(200, "application/json", "{\"status\":\"UP\",\"checks\":[]}");
  }

  private static Answer of(int status, String type, String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "same-origin");
    headers.put(
        "Permissions-Policy",
        "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self)");
    headers.put("Cache-Control", "no-store");
    headers.put("Vary", "Accept, Accept-Language");
    return new Answer(status, headers, text);
  }

  /** As Content-Security-Policy names an inline script or style. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
