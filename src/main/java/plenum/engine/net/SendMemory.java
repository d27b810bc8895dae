package plenum.engine.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * The memory that datagrams wait in, bounded: a few blocks, filled from front to back and used
 * again once everything in them is sent. As a rule that is the same block time and again, small
 * enough to stay in the processor's cache.
 */
final class SendMemory {

  private static final int BLOCK = 128 * 1024;
  private static final int BLOCKS = 33;

  private final ArrayDeque<ByteBuf> waiting = new ArrayDeque<>();
  private ByteBuf current = newBlock();

  /** The block to write behind the end of. */
  ByteBuf current() {
    return current;
  }

  /** Begins with an empty block if that can be had: everything is sent, or there is another one. */
  boolean renew() {
    if (isSent(current)) {
      current.clear();
      return true;
    }
    ByteBuf sent = takeSent();
    if (sent == null && waiting.size() + 1 >= BLOCKS) {
      return false;
    }
    waiting.add(current);
    current = sent == null ? newBlock() : sent.clear();
    return true;
  }

  /** Gives back what a burst has needed. */
  void trim() {
    if (isSent(current)) {
      current.clear();
    }
    for (ByteBuf sent = takeSent(); sent != null; sent = takeSent()) {
      sent.release();
    }
  }

  void release() {
    current.release();
    waiting.forEach(ByteBuf::release);
    waiting.clear();
  }

  private ByteBuf takeSent() {
    for (Iterator<ByteBuf> blocks = waiting.iterator(); blocks.hasNext(); ) {
      ByteBuf block = blocks.next();
      if (isSent(block)) {
        blocks.remove();
        return block;
      }
    }
    return null;
  }

  private static boolean isSent(ByteBuf block) {
    return block.refCnt() == 1;
  }

  private static ByteBuf newBlock() {
    return UnpooledByteBufAllocator.DEFAULT.directBuffer(BLOCK, BLOCK);
  }
}
