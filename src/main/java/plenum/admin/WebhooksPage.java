package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.identity.Actor;
import plenum.web.Page;
import plenum.webhook.Delivery;
import plenum.webhook.Webhook;
import plenum.webhook.WebhookEvent;
import plenum.webhook.WebhookOffice;
import plenum.webhook.WebhookRefused;
import plenum.webhook.Webhooks;

/** The webhooks: made, tried, changed, removed, and how they were delivered lately. */
@Named("webhooks")
@RequestScoped
public class WebhooksPage {

  private static final String KEYS = "page.admin.webhooks.";

  @Inject WebhookOffice office;
  @Inject HttpServletRequest request;
  @Inject Acts acts;
  @Inject Page page;

  private String changed = "";
  private String seen = "";
  private String address = "";
  private String[] events = new String[0];
  private Optional<String> fresh = Optional.empty();
  private List<Webhooks.State> all;

  /** A webhook, as the page shows it; {@code last} is what became of its last try. */
  public record WebhookView(
      String id, String address, String events, int waiting, long lost, String last) {}

  /** A try to deliver something, as the page shows it; without an answer the status is empty. */
  public record TryView(
      String id,
      String message,
      Object at,
      String address,
      String event,
      int attempt,
      String status,
      long took,
      String line,
      String result) {}

  private List<Webhooks.State> states() {
    if (all == null) {
      all = office.webhooks().all();
    }
    return all;
  }

  /** Every webhook, the newest first. */
  public List<WebhookView> all() {
    return states().stream().map(this::view).toList();
  }

  private WebhookView view(Webhooks.State state) {
    return new WebhookView(
        state.webhook().id(),
        state.webhook().address().toString(),
        state.webhook().events().stream()
            .sorted()
            .map(event -> page.getText().get(KEYS + event.word()))
            .collect(Collectors.joining(", ")),
        state.waiting(),
        state.lost(),
        state.tried().stream().findFirst().map(this::result).orElse(""));
  }

  /** The last tries of all of them, the newest first. */
  public List<TryView> tries() {
    return states().stream()
        .flatMap(state -> state.tried().stream().map(one -> Map.entry(state, one)))
        .sorted(Comparator.comparing(entry -> entry.getValue().at(), Comparator.reverseOrder()))
        .map(entry -> view(entry.getKey().webhook(), entry.getValue()))
        .toList();
  }

  private TryView view(Webhook to, Delivery one) {
    return new TryView(
        to.id(),
        one.message(),
        one.at(),
        to.address().toString(),
        one.event(),
        one.attempt(),
        one.status() == 0 ? "" : Integer.toString(one.status()),
        one.took().toMillis(),
        one.line(),
        result(one));
  }

  private String result(Delivery one) {
    String word = one.result().name().toLowerCase(Locale.ROOT).replace('_', '.');
    return page.getText().get(KEYS + "result." + word);
  }

  /** Has the one that the form shows as the form says, or makes one. */
  public void save() {
    if (changed.isEmpty()) {
      acts.run(this::make, "page.admin.webhooks.made");
    } else {
      acts.run(this::change, "page.admin.webhooks.changed");
    }
    all = null;
  }

  /** Its secret the answer to this request alone shows. */
  private void make(Actor actor) {
    fresh = Optional.of(office.webhooks().make(actor, address, wanted()).secret());
    beginAnew();
  }

  private void change(Actor actor) {
    office.webhooks().change(actor, changed, address, wanted(), this::requireSeen);
    beginAnew();
  }

  private void requireSeen(Webhook before) {
    if (!state(before).equals(seen)) {
      throw WebhookRefused.changed();
    }
  }

  /** What can be changed of it. */
  private static String state(Webhook webhook) {
    return webhook.events().stream()
        .sorted()
        .map(WebhookEvent::word)
        .collect(Collectors.joining(" ", webhook.address() + " ", ""));
  }

  private Set<WebhookEvent> wanted() {
    return Arrays.stream(events)
        .map(WebhookEvent::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private void beginAnew() {
    changed = "";
    seen = "";
    address = "";
    events = new String[0];
  }

  /** Has the form show the one whose button was pressed, to be changed. */
  public void open() {
    acts.run(
        actor -> {
          Webhook webhook = office.webhooks().one(pressed("webhook")).webhook();
          changed = webhook.id();
          seen = state(webhook);
          address = webhook.address().toString();
          events = webhook.events().stream().map(WebhookEvent::word).toArray(String[]::new);
        },
        "page.admin.webhooks.opened");
  }

  /** What a button says of its line. */
  private String pressed(String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /** Delivers the message whose button was pressed once more. */
  public void retry() {
    acts.run(
        actor -> office.webhooks().retry(actor, pressed("webhook"), pressed("message")),
        "page.admin.webhooks.retried");
    all = null;
  }

  /** Sends the one whose button was pressed a message that tells nothing. */
  public void test() {
    acts.run(
        actor -> office.webhooks().test(actor, pressed("webhook")), "page.admin.webhooks.tested");
    all = null;
  }

  /** Removes the one whose button was pressed. */
  public void remove() {
    acts.run(
        actor -> office.webhooks().remove(actor, pressed("webhook"), before -> {}),
        "page.admin.webhooks.removed");
    all = null;
  }

  /** What there is to choose from, by words and in words. */
  public Map<String, String> getChoices() {
    return Stream.of(WebhookEvent.values())
        .collect(
            Collectors.toMap(
                event -> page.getText().get(KEYS + event.word()),
                WebhookEvent::word,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /** The secret of the one that was made by this request; empty when none was. */
  public String getFresh() {
    return fresh.orElse("");
  }

  /** The id of the one that the form changes; empty while it makes one. */
  public String getChanged() {
    return changed;
  }

  public void setChanged(String changed) {
    this.changed = changed == null ? "" : changed;
  }

  /** How that one was when the form was given it. */
  public String getSeen() {
    return seen;
  }

  public void setSeen(String seen) {
    this.seen = seen == null ? "" : seen;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address == null ? "" : address;
  }

  public String[] getEvents() {
    return events.clone();
  }

  public void setEvents(String[] events) {
    this.events = events.clone();
  }
}
