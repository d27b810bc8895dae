package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.http.Reply;
import plenum.http.RequestHead;
import plenum.settings.HttpSettings;

class AdmissionTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final HttpSettings SETTINGS =
      new HttpSettings(List.of(), List.of(), 1024, SECOND, 1, 1, 1, 1, SECOND, SECOND, 1);

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
    return refused(path, announced, Map.of());
  }

  private Optional<Integer> refused(String path, long announced, Map<String, String> headers) {
    RequestHead head =
        new RequestHead(
            "POST",
            path,
            "",
            name -> Optional.ofNullable(headers.get(name)),
            InetAddress.getLoopbackAddress());
    return admission
        .refusal(head, announced, headers.containsKey("Transfer-Encoding"))
        .map(Reply::status);
  }

  @Test
  void waitsForWhatMayCome() {
    assertEquals(Optional.empty(), refused("/open", 1024));
    assertEquals(Optional.empty(), refused("/open", -1));
  }

  @Test
  void refusesWhatComesInParts() {
    for (String type : List.of("multipart/form-data", " Multipart/mixed; boundary=x")) {
      assertEquals(Optional.of(415), refused("/open", 9, Map.of("Content-Type", type)));
    }
    assertEquals(
        Optional.empty(), refused("/open", 9, Map.of("Content-Type", "application/multipart")));
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
  void refusesARequestWhoseEndIsNotClear() {
    assertEquals(Optional.empty(), refused("/open", -1, Map.of("Transfer-Encoding", "Chunked")));
    for (String coding : List.of("chunked,chunked", "gzip", "gzip, chunked", "")) {
      assertEquals(
          Optional.of(400), refused("/open", -1, Map.of("Transfer-Encoding", coding)), coding);
    }
    assertEquals(
        Optional.of(400),
        refused("/open", -1, Map.of("Transfer-Encoding", "chunked", "Content-Length", "5")));
  }

  @Test
  void refusesWhatNoServerDoes() {
    assertEquals(Optional.empty(), refused("/open", 5, Map.of("Expect", "100-Continue")));
    assertEquals(Optional.of(417), refused("/open", 5, Map.of("Expect", "200-ok")));
  }

  @Test
  void refusesWhatIsPacked() {
    assertEquals(Optional.empty(), refused("/open", 5, Map.of("Content-Encoding", " Identity")));
    for (String coding : List.of("gzip", "br", "identity, gzip", "none")) {
      assertEquals(Optional.of(415), refused("/open", 5, Map.of("Content-Encoding", coding)));
    }
  }

  @Test
  void refusesContentOfAWishForAWebSocket() {
    assertEquals(Optional.empty(), refused("/open", 5, Map.of("Upgrade", "h2c")));
    assertEquals(Optional.of(400), refused("/open", 5, Map.of("Upgrade", "h2c, WebSocket")));
  }

  @Test
  void refusesBrokenEscapes() {
    assertEquals(Optional.of(400), refused("/a%2", 10));
    assertTrue(Admission.isWellFormed("/a%20b"));
  }
}
