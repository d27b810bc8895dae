package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import plenum.identity.Actor;
import plenum.text.Refused;
import plenum.web.Page;

/**
 * Does what a page's button says, as the act of whoever pressed it, and tells what became of it.
 */
@RequestScoped
public class Acts {

  @Inject Administrator administrator;
  @Inject HttpServletRequest request;
  @Inject Page page;

  /**
   * @param done the key of what is told when it was done
   * @return whether it was done
   */
  public boolean run(Consumer<Actor> act, String done) {
    try {
      act.accept(administrator.of(request).orElseThrow());
      tell(FacesMessage.SEVERITY_INFO, page.getText().get(done));
      return true;
    } catch (Refused refused) {
      tell(FacesMessage.SEVERITY_ERROR, page.sentence(refused));
      return false;
    }
  }

  /** Tells why something cannot be shown, by the key of the sentence. */
  public void failed(String why) {
    tell(FacesMessage.SEVERITY_ERROR, page.getText().get(why));
  }

  private static void tell(FacesMessage.Severity severity, String sentence) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, sentence, ""));
  }
}
