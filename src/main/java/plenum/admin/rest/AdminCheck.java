package plenum.admin.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import plenum.account.AccountRefused;
import plenum.account.AccountRefused.Reason;
import plenum.http.HeadCheck;
import plenum.http.Problem;
import plenum.http.Reply;
import plenum.http.RequestHead;

/** Refuses who brings nothing to be known by before any content for administration comes. */
@ApplicationScoped
public class AdminCheck implements HeadCheck {

  private static final String PATH = "/api/admin/";

  @Override
  public Optional<Reply> refusal(RequestHead head) {
    boolean known =
        head.header().apply("Cookie").isPresent()
            || head.header().apply("Authorization").isPresent();
    return known || !head.path().startsWith(PATH)
        ? Optional.empty()
        : Optional.of(
            Problem.of(new AccountRefused(Reason.LOGIN_NEEDED, "login-needed"))
                .reply(head.reader()));
  }
}
