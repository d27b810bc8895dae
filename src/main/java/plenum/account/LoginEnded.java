package plenum.account;

import plenum.identity.PersonId;

/**
 * CDI event: a login ended before its time, or on purpose. Whatever is connected by it is to end.
 *
 * @param login its id
 */
public record LoginEnded(PersonId person, String login) {}
