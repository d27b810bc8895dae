import { Connection } from "../../main/webapp/resources/js/signal/connection.js";
import { playTime } from "./time.js";

/** How a server greets. */
export const WELCOME = { type: "welcome", you: { id: "me", name: "Ada" }, boot: "b1", limits: {} };

/** A connection over sockets that the test plays; `sockets` are those opened so far, `setClock` is as of playTime. */
export function connected(t) {
  const setClock = playTime(t, ["setTimeout", "setInterval"]);
  const sockets = [];
  const connection = new Connection("ws://x/signal", () => {
    const socket = {
      readyState: 1,
      sent: [],
      send: (text) => socket.sent.push(JSON.parse(text)),
      close: (code) => Object.assign(socket, { readyState: 3, closedBy: code }),
    };
    socket.receive = (message) => socket.onmessage({ data: JSON.stringify(message) });
    sockets.push(socket);
    return socket;
  });
  connection.start();
  return { connection, sockets, timers: t.mock.timers, setClock };
}
