package plenum.engine.forward;

import plenum.engine.rtp.Rtp;

/**
 * One stretch of a player's track: packets of one encoding, in the player's terms. The last two are
 * kept, so that what was lost just before another encoding followed can be sent again.
 *
 * @param types the player's payload types by the source's; {@link PayloadTypes#NONE} for what it
 *     does not decode
 * @param mapping of sequence numbers and timestamps
 * @param pictures of the numbers of pictures
 * @param sent whether the player has been sent anything of it
 */
record Leg(
    SourceTrack source,
    byte[] types,
    Timeline.Mapping mapping,
    PictureNumbers.Offsets pictures,
    boolean sent) {

  Leg with(Timeline.Mapping begun, PictureNumbers.Offsets numbers) {
    return new Leg(source, types, begun, numbers, true);
  }

  /** The player's payload type for a packet of the source. */
  int type(int slot) {
    return types[source.cache().payloadType(slot)];
  }

  /** Whether one of the player's extended sequence numbers lies in it, or behind it. */
  boolean covers(long playerSequence) {
    return playerSequence >= mapping.sequence(mapping.firstSource());
  }

  int sourceTimestamp(int playerTimestamp) {
    return playerTimestamp - mapping.timestampOffset();
  }

  /** The slot of the packet that the player knows by that number; none if it is not kept. */
  int find(int playerSequence) {
    int slot = source.cache().find(mapping.sourceSequence(playerSequence));
    boolean its = slot != PacketCache.NONE && mapping.covers(source.cache().sequence(slot));
    return its && type(slot) != PayloadTypes.NONE ? slot : PacketCache.NONE;
  }

  /**
   * Rewrites a packet where it lies, every player the same fields, and sends it.
   *
   * @param extension the id of a header extension of two bytes that the output fills in, 0 for none
   */
  void send(int slot, int ssrc, int extension, PlayerOutput output) {
    PacketCache cache = source.cache();
    byte[] b = cache.bytes();
    int off = cache.offset(slot);
    Rtp.setPayloadType(b, off, type(slot));
    Rtp.setSequence(b, off, (int) mapping.sequence(cache.sequence(slot)));
    Rtp.setTimestamp(b, off, mapping.timestamp(cache.timestamp(slot)));
    Rtp.setSsrc(b, off, ssrc);
    pictures.rewrite(b, off, cache.marks(slot));
    int length = cache.length(slot);
    if (extension > 0 && Rtp.addExtension(b, off, extension)) {
      output.rtp(b, off - PacketCache.HEAD_ROOM, length + PacketCache.HEAD_ROOM);
    } else {
      output.rtp(b, off, length);
    }
  }
}
