package plenum.media.management;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.http.Reply;
import plenum.http.RequestHead;
import plenum.media.stream.MediaFixture;

class ManagementCheckTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/clients/,401",
    "/api/v1/versions/x,401",
    "/api/v1/versions,0",
    "/api/v1/versions/,0",
    "/api/me,0"
  })
  void refusesByTheHeadWhoMayNot(String path, int status) {
    ManagementCheck check = new ManagementCheck();
    check.administrators = new Administrators(MediaFixture.settings(Map.of()), () -> 0);
    RequestHead head =
        new RequestHead(
            "POST", path, "", header -> Optional.empty(), InetAddress.getLoopbackAddress());

    assertEquals(status, check.refusal(head).map(Reply::status).orElse(0));
  }
}
