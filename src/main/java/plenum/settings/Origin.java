package plenum.settings;

/** Where the value of a setting comes from; of several the last one here counts. */
public enum Origin {
  /** It is Plenum's own. */
  DEFAULT,
  /** The profile of {@code plenum.profile}. */
  PROFILE,
  /** The file of settings, or what else the server has of it. */
  FILE,
  /** An administrator changed it while the site ran. */
  CHANGED,
  /** An environment variable. */
  ENVIRONMENT,
  /** A system property, told before {@code -jar}, or an option of {@code plenum.jar}. */
  SYSTEM_PROPERTY;

  /** Whether whoever starts the server has fixed it for those who run the site. */
  public boolean isFixed() {
    return compareTo(CHANGED) > 0;
  }
}
