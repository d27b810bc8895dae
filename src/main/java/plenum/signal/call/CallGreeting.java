package plenum.signal.call;

import java.util.Optional;
import plenum.signal.call.CallViews.CallView;
import plenum.signal.call.CallViews.InvitationView;

/**
 * What calls add to the greeting.
 *
 * @param call that the person is in, or that rings
 * @param invitation that waits for an answer
 * @param missed missed calls that the person has not seen
 */
public record CallGreeting(
    Optional<CallView> call, Optional<InvitationView> invitation, int missed) {}
