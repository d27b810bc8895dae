package plenum.bench;

import static plenum.bench.MessageScanner.hash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.BitSet;
import java.util.Optional;

/** One person's connection, with as much memory of what came as the measurements need. */
final class Participant implements FrameReader.Sink, MessageScanner.Listener {

  private static final long ID = hash("id");
  private static final long BY = hash("by");
  private static final long CODE = hash("code");
  private static final long WELCOME = hash("welcome");
  private static final long ROOM = hash("room");
  private static final long ROOM_CREATED = hash("room-created");
  private static final long ROOM_CHANGED = hash("room-changed");
  private static final long CHAT = hash("chat");
  private static final long CHAT_CHANGED = hash("chat-changed");
  private static final long ROOM_LEFT = hash("room-left");
  private static final long ERROR = hash("error");
  private static final long JOINED = hash("member-joined");
  private static final long UPDATED = hash("member-updated");
  private static final long LEFT = hash("member-left");
  private static final int LOST = 1006;

  private final int index;
  private final SelectionKey key;
  private final People people;
  private final Tally tally;
  private final Upgrade upgrade;
  private final FrameWriter writer = new FrameWriter();
  private final FrameReader reader = new FrameReader(this);
  private final MessageScanner scanner = new MessageScanner(this);
  private final BitSet members = new BitSet();

  private long now;
  private boolean welcome;
  private int snapshots;
  private int conversations;
  private int departures;
  private int closeCode;
  private Optional<String> createdRoom = Optional.empty();
  private Optional<String> error = Optional.empty();

  /**
   * @param key of a connected channel
   * @param upgrade the handshake, not sent yet
   */
  Participant(int index, SelectionKey key, People people, Tally tally, Upgrade upgrade)
      throws IOException {
    this.index = index;
    this.key = key;
    this.people = people;
    this.tally = tally;
    this.upgrade = upgrade;
    write(upgrade.request());
  }

  int index() {
    return index;
  }

  /** Whether the WebSocket is open. */
  boolean isOpen() {
    return upgrade.isDone() && closeCode == 0;
  }

  /** Whether the server greeted. */
  boolean isWelcome() {
    return welcome;
  }

  /** How many snapshots of a room came. */
  int snapshots() {
    return snapshots;
  }

  /** How many snapshots of a conversation came. */
  int conversations() {
    return conversations;
  }

  /** How often the person gave up a seat. */
  int departures() {
    return departures;
  }

  /** How many members the person sees in the room. */
  int membersSeen() {
    return members.cardinality();
  }

  /** What the server closed with, or 1006 when the connection broke; 0 as long as it is open. */
  int closeCode() {
    return closeCode;
  }

  Optional<String> createdRoom() {
    return createdRoom;
  }

  /** The code of the last error that came. */
  Optional<String> error() {
    return error;
  }

  boolean isReading() {
    return isOpen() && key.interestOps() != 0;
  }

  void send(String message) throws IOException {
    write(writer.text(message));
  }

  void leave() throws IOException {
    write(writer.close(1000));
  }

  void stopReading() {
    key.interestOps(0);
  }

  void readAgain() {
    key.interestOps(SelectionKey.OP_READ);
  }

  /** Reads once what is there. */
  void read(ByteBuffer buffer) {
    buffer.clear();
    int count;
    try {
      count = channel().read(buffer);
    } catch (IOException broken) {
      count = -1;
    }
    now = System.nanoTime();
    if (count < 0) {
      closed(LOST);
      return;
    }
    tally.received(count);
    buffer.flip();
    if (!upgrade.isDone()) {
      upgrade.read(buffer);
    }
    reader.read(buffer);
  }

  @Override
  public void text(ByteBuffer part) {
    scanner.scan(part);
  }

  @Override
  public void textEnds() {
    long type = scanner.end();
    if (type == ROOM_CHANGED || type == CHAT_CHANGED) {
      tally.message();
    } else if (type == CHAT) {
      conversations++;
    } else if (type == ROOM) {
      snapshots++;
    } else if (type == WELCOME) {
      welcome = true;
    } else if (type == ROOM_LEFT) {
      departures++;
      members.clear();
    }
  }

  @Override
  public void closed(int code) {
    if (closeCode == 0) {
      closeCode = code;
    }
    key.cancel();
    try {
      channel().close();
    } catch (IOException alreadyGone) {
      closeCode = LOST;
    }
  }

  @Override
  public void string(long message, long change, long key, long value) {
    if (key == CODE && message == ERROR) {
      error = Optional.of(scanner.text());
    }
    if (key == BY && message == CHAT_CHANGED) {
      written(people.index(value));
    }
    if (key != ID) {
      return;
    }
    if (message == ROOM_CREATED) {
      createdRoom = Optional.of(scanner.text());
    } else if (message == ROOM || message == ROOM_CHANGED) {
      member(message, change, people.index(value));
    }
  }

  private void written(int author) {
    if (author >= 0) {
      tally.change(index, author, now);
    }
  }

  private void member(long message, long change, int member) {
    if (member < 0) {
      return;
    }
    if (message == ROOM || change == JOINED) {
      members.set(member);
    } else if (change == UPDATED) {
      tally.change(index, member, now);
    } else if (change == LEFT) {
      members.clear(member);
    }
  }

  private SocketChannel channel() {
    return (SocketChannel) key.channel();
  }

  private void write(ByteBuffer bytes) throws IOException {
    try {
      channel().write(bytes);
    } catch (IOException broken) {
      closed(LOST);
      return;
    }
    if (bytes.hasRemaining()) {
      throw new IOException("The server does not read what participant " + index + " sends");
    }
  }
}
