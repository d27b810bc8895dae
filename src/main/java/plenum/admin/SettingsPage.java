package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.records.RecordsRefused;
import plenum.settings.Setting;
import plenum.text.Texts;
import plenum.tuning.SettingChange;
import plenum.tuning.SettingsDesk;
import plenum.web.Page;

/** The settings of the site, which of them can be changed, and who changed them lately. */
@Named("settings")
@RequestScoped
public class SettingsPage {

  private static final int CHANGES = 500;

  @Inject SettingsDesk desk;
  @Inject Administrator administrator;
  @Inject HttpServletRequest request;
  @Inject Acts acts;
  @Inject Page page;

  private List<SettingView> all;
  private List<ChangeView> changes;
  private String wanted;

  /**
   * A change, as a page shows it.
   *
   * @param undoable whether the setting still is what the change made of it
   */
  public record ChangeView(SettingChange change, boolean undoable) {

    public String id() {
      return change.id();
    }

    public String at() {
      return change.at().toString();
    }

    public String by() {
      return change.name().value();
    }

    public String setting() {
      return change.setting();
    }

    public String was() {
      return change.was();
    }

    public String became() {
      return change.became();
    }
  }

  /** Which are shown: all, or by the address those that are {@code changeable} or changed. */
  public String getShow() {
    return Optional.ofNullable(request.getParameter("show"))
        .filter(Set.of("all", "changed")::contains)
        .orElse("changeable");
  }

  /** Those that are shown. */
  public List<SettingView> all() {
    if (all == null) {
      all = views(settings().stream().filter(this::isShown).toList());
    }
    return all;
  }

  private boolean isShown(Setting setting) {
    return switch (getShow()) {
      case "changed" -> setting.isChanged();
      case "changeable" -> setting.effect().isWhileRunning();
      default -> true;
    };
  }

  private List<Setting> settings() {
    return desk.all(administrator.of(request).orElseThrow());
  }

  private List<SettingView> views(List<Setting> settings) {
    var sentences = Texts.of(page.locale()).settings();
    return settings.stream()
        .map(one -> new SettingView(one, sentences.getOrDefault(one.name(), ""), page.getText()))
        .toList();
  }

  /** The one that the address, or the form, names; none if there is no such setting. */
  public SettingView getOne() {
    String name = String.valueOf(request.getParameter("name"));
    return views(settings().stream().filter(one -> one.name().equals(name)).toList()).stream()
        .findFirst()
        .orElse(null);
  }

  /** Whether the one can be changed now. */
  public boolean isChangeable() {
    SettingView one = getOne();
    return one != null && desk.isOpen() && desk.isKnown() && one.setting().isChangeable();
  }

  /** Whether anything can be changed on this site. */
  public boolean isOpen() {
    return desk.isOpen() && desk.isKnown();
  }

  /** What the one is to be. */
  public String getWanted() {
    return wanted == null ? getOne().value() : wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  /** The newest changes, of the one if the address names one. */
  public List<ChangeView> changes() {
    if (changes == null) {
      changes = newest();
    }
    return changes;
  }

  private List<ChangeView> newest() {
    try {
      Map<String, String> now = new HashMap<>();
      settings().forEach(one -> now.put(one.name(), one.text().orElse("")));
      Optional<String> only = Optional.ofNullable(request.getParameter("name"));
      return desk.changes(administrator.of(request).orElseThrow(), 0, CHANGES).stream()
          .filter(one -> only.isEmpty() || only.get().equals(one.setting()))
          .map(one -> new ChangeView(one, one.became().equals(now.get(one.setting()))))
          .toList();
    } catch (RecordsRefused away) {
      acts.failed("page.admin.away");
      return List.of();
    }
  }

  /** Changes the one to what was typed. */
  public void save() {
    change(Optional.of(getWanted()));
  }

  /** Has the one as the site was started. */
  public void reset() {
    change(Optional.empty());
  }

  private void change(Optional<String> to) {
    String name = String.valueOf(request.getParameter("name"));
    Optional<String> seen = Optional.ofNullable(request.getParameter("seen"));
    boolean done =
        acts.run(actor -> desk.change(actor, name, seen, to), "page.admin.setting.changed");
    changes = null;
    if (done) {
      wanted = null;
    }
  }

  /** Undoes a change. */
  public void undo(String change) {
    acts.run(actor -> desk.undo(actor, change), "page.admin.setting.undone");
    all = null;
    changes = null;
  }
}
