package plenum.call;

import java.util.Objects;
import java.util.function.Consumer;
import plenum.identity.PersonId;

/**
 * Who asks for something about a call.
 *
 * @param person who it is
 * @param page the page that asks, the same again when it asks again
 * @param answer is told once how the call stands after the request, unless that was refused; in
 *     order with the events, so that what comes later is newer
 */
public record Asker(PersonId person, String page, Consumer<Call> answer) {

  public Asker {
    Objects.requireNonNull(person, "somebody asks");
    Objects.requireNonNull(page, "a page asks");
    Objects.requireNonNull(answer, "somebody waits for the answer");
  }
}
