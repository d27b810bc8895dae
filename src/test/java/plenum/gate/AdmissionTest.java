package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.http.Reply;
import plenum.http.RequestHead;
import plenum.settings.HttpSettings;

class AdmissionTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final HttpSettings SETTINGS =
      new HttpSettings(List.of(), List.of(), 1024, SECOND, 1, 1, 1, SECOND, SECOND, 1);

  private final Admission admission =
      new Admission(
          SETTINGS,
          List.of(
              head -> Optional.empty(),
              head ->
                  head.path().startsWith("/closed")
                      ? Optional.of(Reply.empty(401))
                      : Optional.empty()));

  private Optional<Integer> refused(String path, long announced) {
    RequestHead head =
        new RequestHead(
            "POST", path, "", name -> Optional.empty(), InetAddress.getLoopbackAddress());
    return admission.refusal(head, announced).map(Reply::status);
  }

  @Test
  void waitsForWhatMayCome() {
    assertEquals(Optional.empty(), refused("/open", 1024));
    assertEquals(Optional.empty(), refused("/open", -1));
  }

  @Test
  void refusesWhatIsTooLongBeforeItIsSent() {
    assertEquals(Optional.of(413), refused("/open", 1025));
  }

  @Test
  void refusesWhatADoorRefusesByItsHead() {
    assertEquals(Optional.of(401), refused("/closed/x", 10));
  }

  @Test
  void refusesChunksAfterAnUpgrade() {
    RequestHead head =
        new RequestHead(
            "POST", "/open", "", name -> Optional.of(name), InetAddress.getLoopbackAddress());
    assertEquals(Optional.of(400), admission.refusal(head, -1).map(Reply::status));
  }

  @Test
  void refusesBrokenEscapes() {
    assertEquals(Optional.of(400), refused("/a%2", 10));
    assertTrue(Admission.isWellFormed("/a%20b"));
  }
}
