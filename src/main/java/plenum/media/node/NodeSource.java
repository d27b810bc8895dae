package plenum.media.node;

import java.util.List;

/** One kind of media node, as far as this site uses it. */
public interface NodeSource {

  /** The site's nodes of this kind; empty when it uses another kind. The same list at all times. */
  List<MediaNode> nodes();
}
