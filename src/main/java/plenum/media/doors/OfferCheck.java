package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.http.HeadCheck;
import plenum.http.Problem;
import plenum.http.Reply;
import plenum.http.RequestHead;
import plenum.media.StreamAction;
import plenum.media.stream.Doorkeeper;
import plenum.text.Refused;

/** Refuses an offer whose ticket does not permit it, before the offer itself is read. */
@ApplicationScoped
public class OfferCheck implements HeadCheck {

  private static final Pattern OFFERS = Pattern.compile("/rtc/v1/(whip|whep|whip-play|receive)/?");

  @Inject Doorkeeper doorkeeper;
  @Inject Cors cors;

  @Override
  public Optional<Reply> refusal(RequestHead head) {
    if (!head.method().equals("POST") || !OFFERS.matcher(head.path()).matches()) {
      return Optional.empty();
    }
    DoorRequest offer = DoorRequest.of(head);
    try {
      doorkeeper.require(
          action(head.path(), offer), offer.ticket(), WhipDoor.stream(offer.query()));
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of(readable(head, Problem.of(refused).reply(offer.reader())));
    }
  }

  private static StreamAction action(String path, DoorRequest offer) {
    return path.matches(".*/receive/?")
        ? StreamAction.RECEIVE
        : WhipDoor.action(!path.matches(".*/whep/?|.*/whip-play/?"), offer.query());
  }

  /** By pages of other sites that may use this door. */
  private Reply readable(RequestHead head, Reply refusal) {
    Reply answer = refusal;
    for (var header : cors.headers(head.header().apply("Origin"), false).entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }
}
