package plenum.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import plenum.account.Recognition;
import plenum.http.HeadCheck;
import plenum.http.Problem;
import plenum.http.Reply;
import plenum.http.RequestHead;
import plenum.http.RequestRefused;

/**
 * Opens no WebSocket for somebody who was told why not and comes back at once, again and again: to
 * open one only to close it costs the server more than the answer to a request.
 */
@ApplicationScoped
public class HandshakeCheck implements HeadCheck {

  private static final String PATH = "/signal";

  @Inject Refusals refusals;
  @Inject Recognition recognition;

  @Override
  public Optional<Reply> refusal(RequestHead head) {
    if (!head.path().equals(PATH) || refusals.isEmpty() || !isEnough(head)) {
      return Optional.empty();
    }
    RequestRefused refused =
        new RequestRefused(RequestRefused.Reason.TOO_OFTEN, "too-often.connections");
    return Optional.of(Problem.of(refused).reply(head.reader()));
  }

  private boolean isEnough(RequestHead head) {
    List<String> cookies = head.header().apply("Cookie").stream().toList();
    return refusals.isEnough(Refusals.who(recognition.of(cookies, head.remote()), head.remote()));
  }
}
