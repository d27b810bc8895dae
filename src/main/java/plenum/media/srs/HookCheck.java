package plenum.media.srs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response.Status;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.http.ClientAddress;
import plenum.http.HeadCheck;
import plenum.http.Reply;
import plenum.http.RequestHead;
import plenum.time.Seldom;

/** Lets nobody but SRS call the hooks: by the secret in the address, and by where it comes from. */
@ApplicationScoped
public class HookCheck implements HeadCheck {

  private static final System.Logger LOG = System.getLogger(HookCheck.class.getName());
  private static final String PATH = "/api/hooks/srs";

  /** Anybody can call, as often as one likes; SRS with a wrong secret does so all the time. */
  private static final Duration SELDOM = Duration.ofMinutes(1);

  private HookDoor hooks;
  private ClientAddress addresses;
  private Seldom refusals;

  /** For the container's proxy. */
  protected HookCheck() {}

  @Inject
  HookCheck(HookDoor hooks, ClientAddress addresses) {
    this(hooks, addresses, System::nanoTime);
  }

  HookCheck(HookDoor hooks, ClientAddress addresses, LongSupplier nanoTime) {
    this.refusals = new Seldom(SELDOM, nanoTime);
    this.hooks = hooks;
    this.addresses = addresses;
  }

  /** Early, so that the content of a stranger's request is not waited for; the door asks again. */
  @Override
  public Optional<Reply> refusal(RequestHead head) {
    return head.path().startsWith(PATH)
        ? refusal(head.parameters().get("secret"), head.remote())
        : Optional.empty();
  }

  /** The same for the door. */
  Optional<Reply> refusal(Optional<String> secret, HttpServletRequest request) {
    return refusal(secret, addresses.of(request));
  }

  private Optional<Reply> refusal(Optional<String> secret, InetAddress from) {
    if (hooks.isSrs(secret, from)) {
      return Optional.empty();
    }
    refusals.happened().ifPresent(before -> tell(from, before));
    return Optional.of(
        Reply.of(
            Status.FORBIDDEN.getStatusCode(), Reply.JSON, HooksResource.answer(1, "not allowed")));
  }

  private static void tell(InetAddress from, long before) {
    LOG.log(
        Level.WARNING,
        "A hook from {0} was refused: wrong secret, or wrong address.{1}",
        from.getHostAddress(),
        before == 0 ? "" : " So were " + before + " since this was told last.");
  }
}
