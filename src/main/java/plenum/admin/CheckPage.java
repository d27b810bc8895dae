package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import plenum.admin.check.Finding;
import plenum.admin.check.SelfCheck;
import plenum.web.Page;

/** The page of the self-check: what the server found; the browser adds the rest. */
@Named("check")
@RequestScoped
public class CheckPage {

  private static final String KEY = "page.admin.check.";

  private static final List<String> BROWSER =
      List.of("secure", "socket", "udp", "tcp", "relay", "candidates", "hooks", "clock", "page");

  @Inject SelfCheck checks;
  @Inject HttpServletRequest request;
  @Inject Page page;

  private List<FindingView> all;

  /**
   * A finding, as a page shows it.
   *
   * @param title what was looked at
   * @param state as style sheets know it
   * @param word the same for people
   * @param advice what it means, and what to do
   */
  public record FindingView(
      String title, String state, String word, String measured, String advice) {}

  /** What the browser looks at. */
  public List<String> getBrowser() {
    return BROWSER;
  }

  /** What the server found. */
  public List<FindingView> all() {
    if (all == null) {
      all = checks.run(request.getServerName()).stream().map(this::view).toList();
    }
    return all;
  }

  private FindingView view(Finding found) {
    String state = found.state().name().toLowerCase(Locale.ROOT);
    return new FindingView(
        text(found.check()), state, text("state." + state), found.measured(), advice(found));
  }

  private String advice(Finding found) {
    String sentence = text(found.advice());
    for (int i = 0; i < found.values().size(); i++) {
      sentence = sentence.replace("{" + i + "}", found.values().get(i));
    }
    return sentence;
  }

  private String text(String key) {
    return page.getText().getOrDefault(KEY + key, KEY + key);
  }
}
