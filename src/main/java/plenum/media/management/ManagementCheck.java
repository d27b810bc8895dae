package plenum.media.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.http.HeadCheck;
import plenum.http.Reply;
import plenum.http.RequestHead;

/** Refuses who may not see the management API before any content comes. */
@ApplicationScoped
public class ManagementCheck implements HeadCheck {

  private static final Pattern GUARDED = Pattern.compile("/api/v1/(?!versions/?$).*");

  @Inject Administrators administrators;

  @Override
  public Optional<Reply> refusal(RequestHead head) {
    return GUARDED.matcher(head.path()).matches()
        ? administrators.refusal(head.header().apply("Authorization"), head.remote(), head.reader())
        : Optional.empty();
  }
}
