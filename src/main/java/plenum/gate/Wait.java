package plenum.gate;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import plenum.http.Reply;
import plenum.http.RequestRefused.Reason;
import plenum.settings.Network;
import plenum.text.Texts;

/** One request whose content is waited for. It ends once: complete, given up, or left. */
final class Wait {

  private final Network client;
  private final Content content;
  private final Texts reader;
  private final long since;
  private final Consumer<Reply> refuser;
  private final AtomicBoolean over = new AtomicBoolean();

  /**
   * @param client whose request it is
   * @param since when the waiting began, by {@link System#nanoTime}
   * @param refuser answers the client, and ends what it sends
   */
  Wait(Network client, Content content, Texts reader, long since, Consumer<Reply> refuser) {
    this.client = client;
    this.content = content;
    this.reader = reader;
    this.since = since;
    this.refuser = refuser;
  }

  Network client() {
    return client;
  }

  boolean add(ByteBuffer more) {
    return content.add(more);
  }

  int length() {
    return content.length();
  }

  byte[] bytes() {
    return content.bytes();
  }

  Texts reader() {
    return reader;
  }

  boolean beganBefore(long time) {
    return since - time < 0;
  }

  /** Whether this call ended it. */
  boolean end() {
    return over.compareAndSet(false, true);
  }

  boolean isOver() {
    return over.get();
  }

  /** Ends it because others need the place. */
  void giveWay(WaitingBodies.Crowd crowd) {
    refuse(Admission.refuse(reader, Reason.TOO_SLOW, key(crowd)));
  }

  private static String key(WaitingBodies.Crowd crowd) {
    return switch (crowd) {
      case ADDRESS -> "too-slow.others";
      case SERVER -> "too-slow.server";
    };
  }

  /** What to answer when it takes too long. */
  Reply late() {
    return Admission.refuse(reader, Reason.TOO_SLOW, "too-slow");
  }

  void refuse(Reply reply) {
    if (end()) {
      content.clear();
      refuser.accept(reply);
    }
  }
}
