package plenum.engine.forward;

import plenum.engine.rtp.Rtp;

/**
 * One stretch of a player's track: packets of one encoding, in the player's terms. The last two are
 * kept, so that what was lost just before another encoding followed can be sent again.
 *
 * @param types the player's payload types by the source's; {@link PayloadTypes#NONE} for what it
 *     does not decode
 * @param mapping of sequence numbers and timestamps, as if nothing were left out
 * @param pictures of the numbers of pictures, the same
 * @param leftOut the frames that the player was not sent
 * @param sent whether the player has been sent anything of it
 */
record Leg(
    SourceTrack source,
    byte[] types,
    Timeline.Mapping mapping,
    PictureNumbers.Offsets pictures,
    LeftOut leftOut,
    boolean sent) {

  Leg with(Timeline.Mapping begun, PictureNumbers.Offsets numbers) {
    return new Leg(source, types, begun, numbers, new LeftOut(), true);
  }

  /** The player's payload type for a packet of the source. */
  int type(int slot) {
    return types[source.cache().payloadType(slot)];
  }

  /** Whether one of the player's extended sequence numbers lies in it, or behind it. */
  boolean covers(long playerSequence) {
    return playerSequence >= mapping.sequence(mapping.firstSource());
  }

  /** The player's extended sequence number for the source's. */
  long sequence(long sourceSequence) {
    return mapping.sequence(sourceSequence) - leftOut.packetsBefore(sourceSequence);
  }

  /** What is added to the numbers of a packet's picture. */
  int pictureOffset(long sourceSequence, long marks) {
    int closed = FrameMarks.isSparse(marks) ? 0 : leftOut.framesBefore(sourceSequence);
    return pictures.picture() - closed;
  }

  int sourceTimestamp(int playerTimestamp) {
    return playerTimestamp - mapping.timestampOffset();
  }

  /**
   * The slot of the packet that the player knows by that number; none if it is not kept.
   *
   * @param playerSequence extended
   */
  int find(long playerSequence) {
    long counted = playerSequence - mapping.sequence(0);
    long sequence = leftOut.source(counted);
    int slot = source.cache().find((int) sequence & 0xffff);
    boolean its =
        slot != PacketCache.NONE
            && source.cache().sequence(slot) == sequence
            && mapping.covers(sequence)
            && !leftOut.has(sequence);
    return its && type(slot) != PayloadTypes.NONE ? slot : PacketCache.NONE;
  }

  /**
   * Rewrites a packet where it lies, every player the same fields, and sends it.
   *
   * @param extension the id of a header extension of two bytes that the output fills in, 0 for none
   */
  void send(int slot, int ssrc, int extension, PlayerOutput output) {
    send(slot, source.cache().length(slot), ssrc, extension, output);
  }

  /**
   * The same bytes as before under the same number, as SRTP demands of those that leave as they
   * are.
   */
  void sendAgain(int slot, int ssrc, int extension, PlayerOutput output) {
    if (leftOut.wentEmpty(source.cache().sequence(slot))) {
      sendEmpty(slot, ssrc, extension, output);
    } else {
      send(slot, ssrc, extension, output);
    }
  }

  /** Sends a packet without its payload: its number is taken, and its frame is left out. */
  void sendEmpty(int slot, int ssrc, int extension, PlayerOutput output) {
    byte[] b = source.cache().bytes();
    int header = Rtp.FIXED_HEADER + 4 * (b[source.cache().offset(slot)] & 0x0f);
    send(slot, header, ssrc, extension, output);
  }

  private void send(int slot, int length, int ssrc, int extension, PlayerOutput output) {
    PacketCache cache = source.cache();
    byte[] b = cache.bytes();
    int off = cache.offset(slot);
    long sequence = cache.sequence(slot);
    Rtp.setPayloadType(b, off, type(slot));
    Rtp.setSequence(b, off, (int) sequence(sequence));
    Rtp.setTimestamp(b, off, mapping.timestamp(cache.timestamp(slot)));
    Rtp.setSsrc(b, off, ssrc);
    long marks = cache.marks(slot);
    PictureNumbers.rewrite(b, off, marks, pictureOffset(sequence, marks), pictures.base());
    if (extension > 0 && Rtp.addExtension(b, off, extension)) {
      output.rtp(b, off - PacketCache.HEAD_ROOM, length + PacketCache.HEAD_ROOM);
      Rtp.dropExtension(b, off);
    } else {
      output.rtp(b, off, length);
    }
  }
}
