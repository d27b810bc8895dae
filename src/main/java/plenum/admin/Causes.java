package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import plenum.quality.Cause;

/** Why something is bad, in the page's words. */
@RequestScoped
public class Causes {

  @Inject Words words;

  /** Whose it is, is told elsewhere. */
  public String word(Cause cause) {
    return words.of("cause", cause);
  }
}
