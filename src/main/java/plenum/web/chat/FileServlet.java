package plenum.web.chat;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import plenum.chat.ChatRefused;
import plenum.chat.ChatRefused.Reason;
import plenum.chat.Conversations;
import plenum.chat.MessageId;
import plenum.chat.file.Attachment;
import plenum.chat.file.Uploads;
import plenum.http.Problem;
import plenum.http.Reader;
import plenum.room.RoomId;
import plenum.text.Refused;
import plenum.web.Visitors;

/**
 * The file of a message, for who may read that: {@code /api/attachments/ROOM/MESSAGE}. Asked each
 * time, since nobody may keep it. A servlet, and no resource, since whoever reads slowly shall keep
 * no thread.
 */
public class FileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Whatever a browser takes the content for, it runs nothing of it, in no page of this site. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", "sandbox; default-src 'none'",
          "Cross-Origin-Resource-Policy", "same-origin",
          "X-Content-Type-Options", "nosniff",
          "Cache-Control", "private, no-store",
          "Accept-Ranges", "none");

  @Inject private transient Conversations conversations;
  @Inject private transient Uploads files;
  @Inject private transient Visitors visitors;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HEADERS.forEach(response::setHeader);
    try {
      Attachment file = find(request);
      FileChannel content = FileChannel.open(files.path(file));
      tell(response, file);
      Sending.begin(content, request, response);
    } catch (Refused refused) {
      Problem.of(refused).reply(Reader.of(request)).send(response);
    } catch (NoSuchFileException gone) {
      Problem.of(noSuchMessage()).reply(Reader.of(request)).send(response);
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HEADERS.forEach(response::setHeader);
    try {
      tell(response, find(request));
    } catch (Refused refused) {
      response.setStatus(refused.status());
    }
  }

  private static void tell(HttpServletResponse response, Attachment file) {
    response.setContentType(file.type().mediaType());
    response.setContentLengthLong(file.bytes());
    response.setHeader("Content-Disposition", Disposition.of(file));
  }

  private Attachment find(HttpServletRequest request) {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    String[] parts = path.split("/", -1);
    if (parts.length != 3) {
      throw noSuchMessage();
    }
    RoomId room = RoomId.parse(parts[1]).orElseThrow(FileServlet::noSuchMessage);
    MessageId message = MessageId.parse(parts[2]).orElseThrow(FileServlet::noSuchMessage);
    return conversations.file(visitors.actor(request), room, message);
  }

  private static ChatRefused noSuchMessage() {
    return new ChatRefused(Reason.NO_SUCH_MESSAGE, "no-such-message");
  }
}
