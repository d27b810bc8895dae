package plenum.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a person is on this site, by an account or a guest link.
 *
 * @param roles what the account and its groups make of the person
 * @param groups to which the person belongs
 * @param invitation the guest link by which the person came, if any
 */
public record Standing(Set<Role> roles, Set<String> groups, Optional<Invitation> invitation) {

  /** A guest's. */
  public static final Standing NONE = new Standing(Set.of(), Set.of());

  public Standing {
    roles = Set.copyOf(roles);
    groups = Set.copyOf(groups);
    Objects.requireNonNull(invitation, "nobody's invitation is empty");
  }

  /** Of somebody who came by no link. */
  public Standing(Set<Role> roles, Set<String> groups) {
    this(roles, groups, Optional.empty());
  }

  /** The same of somebody who has this invitation. */
  public Standing with(Invitation now) {
    return new Standing(roles, groups, Optional.of(now));
  }

  /** Whether a guest link is all by which the person is here. */
  public boolean isOutsider() {
    return invitation.filter(Invitation::only).isPresent();
  }
}
