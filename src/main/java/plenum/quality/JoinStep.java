package plenum.quality;

/** What a page does, one after the other, until its person sees and hears others and is seen. */
public enum JoinStep {
  /** The room gives it a seat. */
  SEAT,
  /** The person, the browser or the system permits it to use a device. */
  PERMISSION,
  /** The device opens. */
  DEVICES,
  /** The server gives it the right to send or to play a stream. */
  TICKET,
  /** It and the media node agree on what flows. */
  OFFER,
  /** A path to the media node is found. */
  ICE,
  /** The two agree on keys. */
  DTLS,
  /** A picture that arrives can be shown. */
  FIRST_FRAME
}
