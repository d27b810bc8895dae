package plenum.admin.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Writer;
import java.util.Iterator;
import plenum.web.Nonce;

/** Has pages with a {@link Nonce}, and parts of them, written by a {@link PolicyWriter}. */
public class PolicyRenderKits extends RenderKitFactory {

  public PolicyRenderKits(RenderKitFactory wrapped) {
    super(wrapped);
  }

  @Override
  public void addRenderKit(String id, RenderKit kit) {
    getWrapped().addRenderKit(id, kit);
  }

  @Override
  public RenderKit getRenderKit(FacesContext context, String id) {
    RenderKit kit = getWrapped().getRenderKit(context, id);
    return kit == null ? null : new Kit(kit);
  }

  @Override
  public Iterator<String> getRenderKitIds() {
    return getWrapped().getRenderKitIds();
  }

  private static final class Kit extends RenderKitWrapper {

    private Kit(RenderKit wrapped) {
      super(wrapped);
    }

    @Override
    public ResponseWriter createResponseWriter(Writer out, String types, String encoding) {
      ResponseWriter writer = getWrapped().createResponseWriter(out, types, encoding);
      Object request = FacesContext.getCurrentInstance().getExternalContext().getRequest();
      return request instanceof HttpServletRequest page
          ? Nonce.of(page)
              .<ResponseWriter>map(word -> new PolicyWriter(writer, word))
              .orElse(writer)
          : writer;
    }
  }
}
