package plenum.engine.forward;

import java.util.Comparator;

/**
 * Names one encoding of a publisher's track. A picture may be sent in several at the same time,
 * each of another size (simulcast, RFC 8853); of sound, and of a picture that is sent once, there
 * is one.
 *
 * @param track whose it is
 * @param number from 0, in the order in which the publisher listed them
 */
public record LayerId(TrackId track, int number) implements Comparable<LayerId> {

  private static final Comparator<LayerId> ORDER =
      Comparator.comparing(LayerId::track).thenComparingInt(LayerId::number);

  /** The first, and mostly the only, encoding of a track. */
  public static LayerId first(TrackId track) {
    return new LayerId(track, 0);
  }

  @Override
  public int compareTo(LayerId other) {
    return ORDER.compare(this, other);
  }
}
