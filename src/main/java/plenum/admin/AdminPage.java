package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import plenum.settings.Current;
import plenum.settings.WatchSettings;

/** What the mark-up of every page of administration asks for: {@code #{adminPage.menu}}. */
@Named
@RequestScoped
public class AdminPage {

  private static final List<Entry> MENU =
      List.of(
          entry("overview", "/admin"),
          entry("meetings", "/admin/meetings"),
          entry("streams", "/admin/streams"),
          entry("nodes", "/admin/nodes"),
          entry("accounts", "/admin/accounts"),
          entry("problems", "/admin/problems"),
          entry("quality", "/admin/quality"),
          entry("tests", "/admin/tests"),
          entry("calls", "/admin/calls"),
          entry("attendance", "/admin/attendance"),
          entry("audit", "/admin/audit"),
          entry("settings", "/admin/settings"),
          entry("tokens", "/admin/tokens"),
          entry("webhooks", "/admin/webhooks"),
          entry("check", "/admin/check"));

  /** A page that the menu leads to. */
  public record Entry(String section, String path) {

    public String getSection() {
      return section;
    }

    public String getPath() {
      return path;
    }

    /** The key of what it is called. */
    public String getLabel() {
      return "page.admin." + section;
    }
  }

  private static Entry entry(String section, String path) {
    return new Entry(section, path);
  }

  /** The pages, in order. */
  public static List<Entry> menu() {
    return MENU;
  }

  @Inject Current<WatchSettings> watch;

  /** Whether streams may be watched. */
  public boolean isWatch() {
    return watch.now().permitted();
  }

  /** Where a section begins. */
  public String path(String section) {
    return MENU.stream()
        .filter(entry -> entry.section().equals(section))
        .map(Entry::path)
        .findFirst()
        .orElse("/admin");
  }

  /** Whether a page with this heading is below that with which its section begins. */
  public boolean below(String section, String heading) {
    return !heading.equals("page.admin." + section);
  }

  /** The same, for mark-up. */
  public List<Entry> getMenu() {
    return MENU;
  }
}
