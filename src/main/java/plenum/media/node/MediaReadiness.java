package plenum.media.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The readiness check {@code media}: up when media can flow, or is switched off on purpose.
 *
 * <p>Proxied, since MicroProfile Health asks the container for it.
 */
@Readiness
@ApplicationScoped
public class MediaReadiness implements HealthCheck {

  private MediaNode node;

  /** For the container's proxy. */
  protected MediaReadiness() {}

  @Inject
  MediaReadiness(MediaNode node) {
    this.node = node;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("media");
    NodeState state = state();
    if (state instanceof NodeState.Ready ready) {
      return check.up().withData("node", ready.detail()).build();
    }
    if (state instanceof NodeState.Failed failed) {
      return check.down().withData("reason", failed.reason()).build();
    }
    boolean off = state instanceof NodeState.SwitchedOff;
    return check.status(off).withData("reason", off ? "switched off" : "starting").build();
  }

  /** Payara asks while it still deploys, when neither settings nor other beans can be had. */
  private NodeState state() {
    try {
      return node.state();
    } catch (RuntimeException notYet) {
      return new NodeState.Failed(String.valueOf(notYet.getMessage()));
    }
  }
}
