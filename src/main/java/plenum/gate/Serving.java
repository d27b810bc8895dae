package plenum.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import plenum.gate.Places.Place;
import plenum.http.ClientAddress;
import plenum.http.RequestHead;

/** Lets requests that are there completely wait for a {@link Places place}. */
final class Serving {

  /** What takes longer waits for something else, and needs no processor. */
  private static final Duration LONG = Duration.ofMillis(250);

  /** All of an address who are not known. */
  private static final Object ANYBODY = new Object();

  private final ClientAddress addresses;
  private final Places places;
  private final Function<RequestHead, Optional<?>> persons;

  /**
   * @param persons who sends a request, as its cookies prove
   */
  Serving(int mostPerAddress, ClientAddress addresses, Function<RequestHead, Optional<?>> persons) {
    this.addresses = addresses;
    this.places = new Places(mostPerAddress);
    this.persons = persons;
  }

  /**
   * Whether what was read waits; it comes here again when it may go on. Otherwise the connection
   * has the place, unless what was read needs none.
   */
  boolean holds(FilterChainContext context, ConnectionState state) {
    if (state.isFree()
        || !(context.getMessage() instanceof HttpContent content)
        || !(content.getHttpHeader() instanceof HttpRequestPacket request)
        || Upgrades.isStream(request)) {
      return false;
    }
    RequestHeads heads = new RequestHeads(request, state.address(), addresses);
    state.serve(heads.client());
    Optional<Place> free = places.enter(heads.client(), System.nanoTime());
    free.ifPresentOrElse(state::give, () -> hold(context, state, heads));
    return free.isEmpty();
  }

  private void hold(FilterChainContext context, ConnectionState state, RequestHeads heads) {
    Object whose = persons.apply(heads.head()).map(Object.class::cast).orElse(ANYBODY);
    Suspended request = Suspended.begin(context);
    Place wanted =
        places.enter(
            heads.client(),
            whose,
            System.nanoTime(),
            place -> {
              state.give(place);
              request.goOn();
            });
    state.crowd(new Crowded(request, wanted));
  }

  /** The connection is gone, and with it what waits there. */
  void left(ConnectionState state) {
    state.crowded().map(Crowded::place).ifPresent(this::leave);
  }

  void leave(Place place) {
    places.leave(place, System.nanoTime());
  }

  /** Gives on the places of what is served for long. */
  void look(long now) {
    places.leaveBefore(now - LONG.toNanos(), now);
  }
}
