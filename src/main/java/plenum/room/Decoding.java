package plenum.room;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which codecs of pictures a member's page can decode, by their RTP encoding names.
 *
 * @param can what the page listed; nothing when it did not say, which is taken for all
 * @param cannot what turned out not to be shown, whatever the browser had said
 */
public record Decoding(Set<String> can, Set<String> cannot) {

  /** Of a page that did not say. */
  public static final Decoding UNKNOWN = new Decoding(Set.of(), Set.of());

  /** Browsers know about five codecs, with short names; no more is kept of what a client says. */
  private static final int MOST = 16;

  private static final int LONGEST = 16;

  public Decoding {
    can = Set.copyOf(can);
    cannot = Set.copyOf(cannot);
  }

  /** Of a page that listed these. */
  public static Decoding of(Collection<String> codecs) {
    Set<String> kept =
        codecs.stream().filter(Decoding::isName).limit(MOST).collect(Collectors.toSet());
    return new Decoding(kept, Set.of());
  }

  private static boolean isName(String codec) {
    return codec.length() <= LONGEST;
  }

  /** Whether pictures in this codec are shown. */
  public boolean has(String codec) {
    Objects.requireNonNull(codec, "a codec has a name");
    return (can.isEmpty() || can.contains(codec)) && !cannot.contains(codec);
  }

  Decoding without(String codec) {
    if (cannot.size() >= MOST || !isName(codec)) {
      return this;
    }
    Set<String> more = new HashSet<>(cannot);
    more.add(codec);
    return new Decoding(can, more);
  }
}
