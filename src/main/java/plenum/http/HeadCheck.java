package plenum.http;

import java.util.Optional;

/**
 * Refuses a request by its head, so that nobody waits for the content of one that may not pass. A
 * door that knows whom it refuses without the content brings one; the container finds it. The door
 * itself asks again: this only saves the waiting.
 */
public interface HeadCheck {

  /** Why the request may not pass; empty when it may, or when this check is not for it. */
  Optional<Reply> refusal(RequestHead head);
}
