package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plenum.call.CallEvent.MissedCallsSeen;
import plenum.identity.PersonId;

class NewsTest {

  private final List<String> told = new ArrayList<>();

  @Test
  void tellsWhatIsAddedMeanwhileAfterwards() {
    News news = new News(event -> told.add("event"));
    news.then(
        () -> {
          told.add("first");
          news.then(() -> told.add("third"));
          news.tell();
          told.add("second");
        });
    news.add(new MissedCallsSeen(PersonId.fresh()));
    news.tell();

    assertEquals(List.of("first", "second", "event", "third"), told);
  }

  @Test
  void goesOnAfterADefect() {
    News news =
        new News(
            event -> {
              throw new CallRefused(CallRefused.Reason.CALL_OVER, "A defect made by a test.");
            });
    news.add(new MissedCallsSeen(PersonId.fresh()));
    news.then(() -> told.add("after"));
    news.tell();

    assertEquals(List.of("after"), told);
  }

  @Test
  void leavesItToTheThreadThatTells() throws InterruptedException {
    News news = new News(event -> {});
    CountDownLatch telling = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    news.then(
        () -> {
          telling.countDown();
          await(goOn);
          told.add("first");
        });
    Thread slow = new Thread(news::tell);
    slow.start();
    await(telling);

    news.then(() -> told.add("second"));
    news.tell();
    assertEquals(List.of(), told);
    goOn.countDown();
    slow.join();

    assertEquals(List.of("first", "second"), told);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
