package plenum.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One connection to a server, on which a test writes HTTP/1.1 as it likes. */
public final class RawHttp implements AutoCloseable {

  /**
   * What came back.
   *
   * @param text all of it, as ISO 8859-1
   * @param closed whether the server closed the connection after it
   */
  public record Answer(String text, boolean closed) {

    /** The status, 0 when there was no answer. */
    public int status() {
      return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return text.lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }

  private final Socket socket = new Socket();

  public RawHttp(PlenumServer server) {
    this(server.port());
  }

  /** To whatever listens there on this machine. */
  public RawHttp(int port) {
    try {
      socket.connect(new InetSocketAddress("localhost", port), 10_000);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Asks once on a connection of its own, and waits for what comes back. */
  public static Answer ask(PlenumServer server, String... lines) {
    try (RawHttp connection = new RawHttp(server)) {
      return connection
          .send(String.join("\r\n", lines) + "\r\n\r\n")
          .answer(Duration.ofSeconds(10));
    }
  }

  /** Sends exactly this. */
  public RawHttp send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (IOException closed) {
      // What came back tells why.
    }
    return this;
  }

  /**
   * Sends on, though an answer may have come.
   *
   * @throws UncheckedIOException when the server does not let it
   */
  public void sendOn(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** Whether something came back that was not read yet. */
  public boolean isAnswered() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** Waits for the head of an answer and what follows at once, or for the end. */
  public Answer answer(Duration patience) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    try {
      InputStream in = socket.getInputStream();
      socket.setSoTimeout((int) patience.toMillis());
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        all.write(piece, 0, count);
        if (all.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
          socket.setSoTimeout(300);
        }
      }
      return new Answer(all.toString(StandardCharsets.ISO_8859_1), true);
    } catch (SocketTimeoutException open) {
      return new Answer(all.toString(StandardCharsets.ISO_8859_1), false);
    } catch (IOException reset) {
      return new Answer(all.toString(StandardCharsets.ISO_8859_1), true);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is over anyway.
    }
  }
}
