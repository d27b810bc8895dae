package plenum.account;

import plenum.identity.PersonId;

/** CDI event: an account is gone, and nobody is this person any more. */
public record AccountRemoved(PersonId person) {}
