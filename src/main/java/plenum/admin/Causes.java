package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import plenum.quality.Cause;
import plenum.web.Page;

/** Why something is bad, in the page's words. */
@RequestScoped
public class Causes {

  @Inject Page page;

  /** Whose it is, is told elsewhere. */
  public String word(Cause cause) {
    return page.getText().get("page.admin.cause." + StreamView.word(cause));
  }
}
