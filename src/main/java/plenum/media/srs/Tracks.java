package plenum.media.srs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.media.OnAir;
import plenum.media.StreamId;

/**
 * What an offer or answer is about, as far as Plenum must know it before SRS does.
 *
 * @param audio whether there is a section for sound that is not refused
 * @param video whether there is one for a picture
 * @param codecs the names of all payload formats, upper case
 */
record Tracks(boolean audio, boolean video, List<String> codecs) {

  private static final Pattern MEDIA = Pattern.compile("m=(audio|video) (\\d+) .*");
  private static final Pattern FORMAT = Pattern.compile("a=rtpmap:\\d+ ([A-Za-z0-9._-]+)/.*");
  private static final Pattern LINE = Pattern.compile("\r?\n");

  static Tracks of(String sdp) {
    boolean audio = false;
    boolean video = false;
    List<String> codecs = new ArrayList<>();
    for (String line : LINE.split(sdp)) {
      Matcher media = MEDIA.matcher(line);
      Matcher format = FORMAT.matcher(line);
      if (media.matches() && !media.group(2).equals("0")) {
        audio |= media.group(1).equals("audio");
        video |= media.group(1).equals("video");
      } else if (format.matches()) {
        codecs.add(format.group(1).toUpperCase(Locale.ROOT));
      }
    }
    return new Tracks(audio, video, List.copyOf(codecs));
  }

  boolean has(String codec) {
    return codecs.contains(codec);
  }

  OnAir onAir(StreamId stream, String codec) {
    return new OnAir(stream, audio, video, video ? codec : "");
  }
}
