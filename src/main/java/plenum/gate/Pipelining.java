package plenum.gate;

import java.time.Duration;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import plenum.http.ClientAddress;
import plenum.settings.HttpSettings;
import plenum.time.Timers;

/** Lets requests wait for their turn that came before the answer to the one before. */
final class Pipelining {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ClientAddress addresses;
  private final Turns turns;

  Pipelining(HttpSettings settings, ClientAddress addresses, Timers timers) {
    this.addresses = addresses;
    this.turns = new Turns(SECOND.dividedBy(settings.pipelined()), timers);
  }

  /**
   * Whether what was read waits. Nothing more is read from the connection meanwhile, and no thread
   * waits with it; it comes here again when it may go on.
   */
  boolean holds(FilterChainContext context, ConnectionState state) {
    if (state.isHeld()) {
      state.goOn();
      return false;
    }
    boolean next = state.isPipelined() && state.isWhole() && !state.isFree() && !state.isAnswered();
    if (next
        && context.getMessage() instanceof HttpContent content
        && content.getHttpHeader() instanceof HttpRequestPacket request
        && !Upgrades.isStream(request)
        && !Upgrades.isGranted(request)) {
      hold(context, state, new RequestHeads(request, state.address(), addresses));
      return true;
    }
    return false;
  }

  /** It is the beginning of a request that came together with the one before. */
  private void hold(FilterChainContext context, ConnectionState state, RequestHeads heads) {
    state.hold(System.nanoTime());
    turns.enter(heads.client(), new Held(Suspended.begin(context)));
  }

  private record Held(Suspended request) implements Turns.Held {

    @Override
    public boolean isWanted() {
      return request.isOpen();
    }

    @Override
    public void release() {
      request.goOn();
    }
  }
}
