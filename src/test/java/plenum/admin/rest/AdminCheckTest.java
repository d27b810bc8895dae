package plenum.admin.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.http.Reply;
import plenum.http.RequestHead;

class AdminCheckTest {

  @ParameterizedTest
  @CsvSource({
    "/api/admin/settings/x,none,401",
    "/api/admin/settings/x,Cookie,0",
    "/api/admin/settings/x,Authorization,0",
    "/api/me,none,0"
  })
  void refusesWhoBringsNothingToBeKnownBy(String path, String header, int status) {
    RequestHead head =
        new RequestHead(
            "PUT",
            path,
            "",
            name -> Optional.of("something").filter(value -> name.equals(header)),
            InetAddress.getLoopbackAddress());

    assertEquals(status, new AdminCheck().refusal(head).map(Reply::status).orElse(0));
  }
}
