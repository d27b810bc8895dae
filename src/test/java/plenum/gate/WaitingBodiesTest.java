package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.settings.Network;

class WaitingBodiesTest {

  private final List<String> gaveWay = new ArrayList<>();

  private static Network address(int last) {
    try {
      return Network.ofClient(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last}));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void enter(WaitingBodies waiting, int address, String request) {
    waiting.enter(address(address), request, crowd -> gaveWay.add(request + " " + crowd));
  }

  @Test
  void theOldestOfAnAddressGivesWayToItsNewest() {
    WaitingBodies waiting = new WaitingBodies(10, 2);
    enter(waiting, 1, "a");
    enter(waiting, 2, "other");
    enter(waiting, 1, "b");
    assertEquals(List.of(), gaveWay);

    enter(waiting, 1, "c");
    enter(waiting, 1, "d");

    assertEquals(List.of("a ADDRESS", "b ADDRESS"), gaveWay);
    assertEquals(3, waiting.size());
  }

  @Test
  void whenAllAreTooManyTheAddressWithTheMostGivesWay() {
    WaitingBodies waiting = new WaitingBodies(3, 3);
    enter(waiting, 1, "a");
    enter(waiting, 2, "b");
    enter(waiting, 2, "c");

    enter(waiting, 3, "d");

    assertEquals(List.of("b SERVER"), gaveWay);
    assertEquals(3, waiting.size());
  }

  @Test
  void whoLeavesMakesRoomOnce() {
    WaitingBodies waiting = new WaitingBodies(10, 1);
    enter(waiting, 1, "a");

    waiting.leave(address(1), "a");
    waiting.leave(address(1), "a");
    enter(waiting, 1, "b");

    assertEquals(List.of(), gaveWay);
    assertEquals(1, waiting.size());
  }
}
