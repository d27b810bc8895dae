#!/usr/bin/env bash
# Payara Micro 6.2025.10 (Tyrus): a WebSocket that is closed without a code is said to be closed with 1000.
#
# Expected (RFC 6455, section 7.1.5, and CloseReason.CloseCodes.NO_STATUS_CODE of Jakarta WebSocket 2.1: 1005 stands for
# a Close frame without a code): @OnClose is told 1005 for what WebSocket.close() of a browser sends, and the answer's
# Close frame has no code either, so that the browser's event says 1005.
# Seen: @OnClose is told 1000, and the answer has 1000 and the reason "Normal closure.". So who told nothing and who said
# that all is done look the same, on both sides. Codes that are sent, such as 4321, are told and echoed as they are.
# This script fails when that changes. Needs a JDK 17 or newer, Maven, curl and Python 3; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
cat > src/Door.java <<'JAVA'
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

@ServerEndpoint("/door")
public class Door {
  static volatile String told = "nothing";

  @OnClose
  public void close(CloseReason reason) {
    told = String.valueOf(reason.getCloseCode().getCode());
  }

  @WebServlet("/told")
  public static class Told extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.getWriter().print(told);
    }
  }
}
JAVA
cat > close.py <<'PYTHON'
import base64, os, socket, struct, sys

def close(port, code):
    peer = socket.create_connection(("127.0.0.1", port), 10)
    key = base64.b64encode(os.urandom(16)).decode()
    peer.sendall(
        f"GET /door HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
    came = peer.makefile("rb")
    assert b" 101 " in came.readline()
    while came.readline() != b"\r\n":
        pass
    content = b"" if code is None else struct.pack(">H", code)
    mask = os.urandom(4)
    peer.sendall(bytes([0x88, 0x80 | len(content)]) + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(content)))
    first, length = came.read(2)
    answer = came.read(length)
    assert first == 0x88
    code = struct.unpack(">H", answer[:2])[0] if answer else "without a code"
    return f"answered {code} {answer[2:].decode()!r}"

print(close(int(sys.argv[1]), int(sys.argv[2]) if sys.argv[2] else None))
PYTHON
serve "http://localhost:$port/told"
for code in '' 4321; do
  answer=$(python3 close.py "$port" "$code")
  sleep 1
  echo "${code:-none}: told $(curl -s "http://localhost:$port/told"), $answer"
done | tee said
cat > expected <<'TEXT'
none: told 1000, answered 1000 'Normal closure.'
4321: told 4321, answered 4321 ''
TEXT
diff expected said || { echo 'CHANGED: a close without a code'; exit 1; }
echo 'As before: without a code it is 1000.'
