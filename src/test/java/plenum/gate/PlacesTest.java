package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.gate.Places.Place;
import plenum.settings.Network;

class PlacesTest {

  private final Places places = new Places(2);
  private final List<String> served = new ArrayList<>();
  private final Map<String, Place> given = new HashMap<>();
  private long now = Long.MAX_VALUE - 5; // It may come to the other end of the numbers.

  private void enter(String address, String person, String request) throws UnknownHostException {
    places.enter(
        network(address),
        person,
        now,
        place -> {
          served.add(request);
          given.put(request, place);
        });
  }

  private static Network network(String address) throws UnknownHostException {
    return Network.ofClient(InetAddress.getByName(address));
  }

  private void leave(String request) {
    places.leave(given.get(request), now);
  }

  @Test
  void theThirdOfAnAddressWaitsUntilOneIsDone() throws UnknownHostException {
    enter("10.0.0.1", "", "a");
    enter("10.0.0.1", "", "b");
    enter("10.0.0.1", "", "c");
    enter("10.0.0.2", "", "d");
    assertEquals(List.of("a", "b", "d"), served);
    assertEquals(0, places.enter(network("10.0.0.1"), now).stream().count());

    leave("b");
    assertEquals(List.of("a", "b", "d", "c"), served);
  }

  @Test
  void aPlaceIsGivenOnOnce() throws UnknownHostException {
    for (String request : List.of("a", "b", "c", "d")) {
      enter("10.0.0.1", "", request);
    }
    leave("a");
    leave("a");

    assertEquals(List.of("a", "b", "c"), served);
  }

  @Test
  void whoSendsOneIsNextThoughAnotherSentMany() throws UnknownHostException {
    for (String request : List.of("a1", "a2", "a3", "a4", "a5")) {
      enter("10.0.0.1", "ada", request);
    }
    enter("10.0.0.1", "bob", "b1");
    leave("a1");
    leave("a2");
    leave("a3");

    assertEquals(List.of("a1", "a2", "a3", "b1", "a4"), served);
  }

  @Test
  void whatIsServedForLongCountsNoMore() throws UnknownHostException {
    enter("10.0.0.1", "", "a");
    now += 10;
    for (String request : List.of("b", "c", "d")) {
      enter("10.0.0.1", "", request);
    }

    places.leaveBefore(now - 10, now);
    assertEquals(List.of("a", "b"), served);
    places.leaveBefore(now - 9, now);
    assertEquals(List.of("a", "b", "c"), served);
    leave("a");
    assertEquals(List.of("a", "b", "c"), served);
  }

  @Test
  void whoWaitsNoMoreIsPassedOver() throws UnknownHostException {
    enter("10.0.0.1", "", "a");
    enter("10.0.0.1", "", "b");
    Place left = places.enter(network("10.0.0.1"), "", now, place -> served.add("c"));
    enter("10.0.0.1", "", "d");
    places.leave(left, now);
    assertEquals(List.of("a", "b"), served);

    leave("a");
    leave("b");
    assertEquals(List.of("a", "b", "d"), served);
  }
}
