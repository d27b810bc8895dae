package plenum.identity;

/** What somebody is on this site, beside being a person; decides what that one may do. */
public enum Role {
  /** Has an account. A guest has not. */
  USER,
  /** Looks after the site. */
  ADMINISTRATOR
}
