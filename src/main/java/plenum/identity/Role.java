package plenum.identity;

/** What somebody is on this site, beside being a person; decides what that one may do. */
public enum Role {
  /** Looks after the site. Nobody has it yet: accounts give it. */
  ADMINISTRATOR
}
