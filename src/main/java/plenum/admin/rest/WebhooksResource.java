package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.admin.Programs;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.Actor;
import plenum.identity.Scope;
import plenum.settings.SiteSettings;
import plenum.webhook.Delivery;
import plenum.webhook.Webhook;
import plenum.webhook.WebhookEvent;
import plenum.webhook.WebhookOffice;
import plenum.webhook.WebhookRefused;
import plenum.webhook.Webhooks;

/**
 * Webhooks: made, changed, removed, tried, and how they were delivered lately. Addresses are
 * secrets of some receivers, so that even who looks needs the scope.
 */
@Path("webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

  /** Where a webhook is to be, and of what it is to be told. */
  public record WebhookWish(String address, List<String> events) {}

  /**
   * A webhook.
   *
   * @param made when, by ISO 8601
   * @param waiting messages that wait
   * @param lost messages that came when too many waited
   * @param last what became of the last try: {@code delivered}, {@code again} or {@code given-up}
   */
  public record WebhookEntry(
      String id,
      String address,
      List<String> events,
      String made,
      int waiting,
      long lost,
      Optional<String> last) {

    static WebhookEntry of(Webhooks.State state) {
      WebhookWish wish = wish(state.webhook());
      return new WebhookEntry(
          state.webhook().id(),
          wish.address(),
          wish.events(),
          state.webhook().made().toString(),
          state.waiting(),
          state.lost(),
          state.tried().stream().findFirst().map(one -> word(one.result())));
    }
  }

  /** A part of the list. */
  public record WebhookList(List<WebhookEntry> items, Optional<String> next) {}

  /** A webhook that was made, and the secret of its signatures, which is told this once. */
  public record NewWebhook(WebhookEntry webhook, String secret) {}

  /**
   * A try to deliver a message.
   *
   * @param message its id, the same each time
   * @param attempt the how many-eth, from 1
   * @param status the answer's; empty without one
   * @param took milliseconds until the answer was there
   * @param line the answer's first line, or why there is none
   * @param result {@code delivered}, {@code again} or {@code given-up}
   */
  public record DeliveryEntry(
      String message,
      String event,
      String at,
      int attempt,
      OptionalInt status,
      long took,
      String line,
      String result) {

    static DeliveryEntry of(Delivery one) {
      return new DeliveryEntry(
          one.message(),
          one.event(),
          one.at().toString(),
          one.attempt(),
          one.status() == 0 ? OptionalInt.empty() : OptionalInt.of(one.status()),
          one.took().toMillis(),
          one.line(),
          word(one.result()));
    }

    /** The newest come first; no two tries are the same of one message. */
    private String place() {
      return "%019d %s %d".formatted(Long.MAX_VALUE - nanoseconds(), message, attempt);
    }

    private long nanoseconds() {
      Instant when = Instant.parse(at);
      return when.getEpochSecond() * 1_000_000_000 + when.getNano();
    }
  }

  /** A part of the last tries. */
  public record DeliveryList(List<DeliveryEntry> items, Optional<String> next) {}

  @Inject Programs programs;
  @Inject WebhookOffice office;
  @Inject SiteSettings site;
  @Context HttpServletRequest request;
  @Context Request conditions;

  private static String word(Delivery.Result result) {
    return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What can be changed of it, of which alone its tag tells. */
  private static WebhookWish wish(Webhook webhook) {
    return new WebhookWish(
        webhook.address().toString(),
        webhook.events().stream().sorted().map(WebhookEvent::word).toList());
  }

  /** All of them, by id. */
  @GET
  public WebhookList all(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    actor();
    var part =
        new Paging(limit, after)
            .of(office.webhooks().all().stream().map(WebhookEntry::of), WebhookEntry::id);
    return new WebhookList(part.items(), part.next());
  }

  /** Makes one; the answer alone has its secret. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(WebhookWish wish) {
    Actor actor = actor();
    Webhooks.Made made = office.webhooks().make(actor, given(wish).address(), events(wish));
    Webhooks.State now = new Webhooks.State(made.webhook(), 0, 0, List.of());
    return Response.created(URI.create(site.path("/api/admin/webhooks/" + made.webhook().id())))
        .tag(Tags.of(wish(made.webhook())))
        .entity(new NewWebhook(WebhookEntry.of(now), made.secret()))
        .build();
  }

  /** One of them, with the tag that a change asks for. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    actor();
    return answer(office.webhooks().one(id));
  }

  /** Has it elsewhere, and told of something else, if it is still as {@code If-Match} says. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@PathParam("id") String id, WebhookWish wish) {
    Actor actor = actor();
    office.webhooks().change(actor, id, given(wish).address(), events(wish), this::requireMatch);
    return answer(office.webhooks().one(id));
  }

  /** Removes one, if it is still as {@code If-Match} says; what waits for it is forgotten. */
  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("id") String id) {
    office.webhooks().remove(actor(), id, this::requireMatch);
    return Response.noContent().build();
  }

  /** Sends one a message that tells nothing. */
  @POST
  @Path("{id}/test")
  public Response test(@PathParam("id") String id) {
    office.webhooks().test(actor(), id);
    return Response.accepted().build();
  }

  /** Its last tries, the newest first. */
  @GET
  @Path("{id}/deliveries")
  public DeliveryList deliveries(
      @PathParam("id") String id,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    actor();
    var part =
        new Paging(limit, after)
            .of(
                office.webhooks().one(id).tried().stream().map(DeliveryEntry::of),
                DeliveryEntry::place);
    return new DeliveryList(part.items(), part.next());
  }

  /** Delivers one of these messages once more. */
  @POST
  @Path("{id}/deliveries/{message}/retry")
  public Response retry(@PathParam("id") String id, @PathParam("message") String message) {
    office.webhooks().retry(actor(), id, message);
    return Response.accepted().build();
  }

  private Actor actor() {
    return programs.required(request, Scope.WEBHOOKS);
  }

  private void requireMatch(Webhook before) {
    Tags.requireMatch(request, wish(before));
  }

  private Response answer(Webhooks.State state) {
    var tag = Tags.of(wish(state.webhook()));
    boolean asked = request.getMethod().equals("GET");
    var unchanged = asked ? conditions.evaluatePreconditions(tag) : null;
    return (unchanged == null ? Response.ok(WebhookEntry.of(state)) : unchanged).tag(tag).build();
  }

  private static WebhookWish given(WebhookWish wish) {
    if (wish == null || wish.address() == null || wish.events() == null) {
      throw new RequestRefused(Reason.BAD_REQUEST, "bad-request");
    }
    return wish;
  }

  /** Nothing that another Plenum alone knows is left out in silence. */
  private static Set<WebhookEvent> events(WebhookWish wish) {
    return wish.events().stream()
        .map(word -> WebhookEvent.of(word).orElseThrow(() -> WebhookRefused.unknownEvent(word)))
        .collect(Collectors.toSet());
  }
}
