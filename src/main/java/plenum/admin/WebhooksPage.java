package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
import plenum.web.Page;
import plenum.webhook.Delivery;
import plenum.webhook.WebhookEvent;
import plenum.webhook.WebhookOffice;
import plenum.webhook.Webhooks;

/** The webhooks: made, tried, removed, and how they were delivered lately. */
@Named("webhooks")
@RequestScoped
public class WebhooksPage {

  private static final String KEYS = "page.admin.webhooks.";

  @Inject WebhookOffice office;
  @Inject Acts acts;
  @Inject Page page;

  private String address = "";
  private String[] events = new String[0];
  private Optional<String> fresh = Optional.empty();
  private List<Webhooks.State> all;

  /** A webhook, as the page shows it; {@code last} is what became of its last try. */
  public record WebhookView(
      String id, String address, String events, int waiting, long lost, String last) {}

  /** A try to deliver something, as the page shows it; without an answer the status is empty. */
  public record TryView(
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
        .map(entry -> view(entry.getKey().webhook().address().toString(), entry.getValue()))
        .toList();
  }

  private TryView view(String to, Delivery one) {
    return new TryView(
        one.at(),
        to,
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

  /** Makes one, whose secret the answer to this request alone shows. */
  public void make() {
    Set<WebhookEvent> wanted =
        Arrays.stream(events)
            .map(WebhookEvent::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    acts.run(
        actor -> {
          fresh = Optional.of(office.webhooks().make(actor, address, wanted).secret());
          address = "";
          events = new String[0];
        },
        "page.admin.webhooks.made");
    all = null;
  }

  /** Sends one a message that tells nothing. */
  public void test(String id) {
    acts.run(actor -> office.webhooks().test(actor, id), "page.admin.webhooks.tested");
    all = null;
  }

  /** Removes one. */
  public void remove(String id) {
    acts.run(actor -> office.webhooks().remove(actor, id), "page.admin.webhooks.removed");
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
