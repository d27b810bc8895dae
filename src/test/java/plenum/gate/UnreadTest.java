package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.settings.Network;

class UnreadTest {

  private final List<String> ended = new ArrayList<>();

  @Test
  void endsThoseWithTheMostOfAnAddressThatHasTooMuch() throws UnknownHostException {
    Unread unread = new Unread(100);
    add(unread, "10.0.0.1", 40, "a");
    add(unread, "10.0.0.1", 70, "b");
    add(unread, "10.0.0.1", 60, "c");
    add(unread, "10.0.0.2", 100, "other");
    add(unread, "10.0.0.3", 0, "reads");

    unread.tooMuch().forEach(Runnable::run);

    assertEquals(List.of("b"), ended);
  }

  private void add(Unread unread, String address, long bytes, String name)
      throws UnknownHostException {
    unread.add(Network.ofClient(InetAddress.getByName(address)), bytes, () -> ended.add(name));
  }
}
