package plenum.media;

import java.util.List;

/**
 * CDI event: of a picture that is published in several encodings (simulcast) these are needed, by
 * name; its publisher may stop to make the others.
 *
 * @param layers at least one, in the publisher's order
 */
public record LayersWanted(StreamId stream, List<String> layers) {

  public LayersWanted {
    layers = List.copyOf(layers);
  }
}
