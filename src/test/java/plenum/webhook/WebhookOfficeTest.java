package plenum.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plenum.identity.Secrets;
import plenum.room.RoomsForTests;
import plenum.settings.Network;
import plenum.settings.WebhookSettings;
import plenum.testing.ManualTimers;

class WebhookOfficeTest {

  private static final String SECRET = "a secret of the site, long enough";

  /** Those that are somewhere in the application's code. */
  private static List<String> threads() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().equals("plenum-webhooks"))
        .map(thread -> Arrays.toString(thread.getValue()))
        .filter(stack -> stack.contains("plenum."))
        .toList();
  }

  /** What its threads need of the application is gone right after. */
  @Test
  void leavesNoThreadBehindWhileAReceiverIsSlow() throws Exception {
    Network here = new Network(InetAddress.getByName("127.0.0.1"), 32);
    WebhookSettings settings = Lanes.settings(1, 10, 3, List.of(here));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (Receiver receiver =
        new Receiver(
            exchange -> {
              asked.countDown();
              end.await();
            })) {
      MemoryWebhookStore store = new MemoryWebhookStore();
      store.add(Lanes.webhook(receiver.address()));
      WebhookOffice office =
          new WebhookOffice(
              settings,
              store,
              new Secrets(SECRET),
              RoomsForTests.rights(),
              entry -> {},
              new ManualTimers());
      office.webhooks().tell(WebhookEvent.ROOM_OPENED, jakarta.json.JsonValue.EMPTY_JSON_OBJECT);
      assertTrue(asked.await(20, TimeUnit.SECONDS), "the receiver was asked");
      assertTrue(threads().size() > 0, "one waits for the answer");
      office.stop();
      assertEquals(List.of(), threads());
    } finally {
      end.countDown();
    }
  }
}
