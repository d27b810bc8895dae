import { text } from "../../shared/texts.js";

/** A server that said it would be back in a moment, and is not for so long, is one that cannot be reached. */
const MOMENT = 120_000;

/** Says how the connection is, as long as there is none: the server is restarting, or nobody knows why. */
export function showConnectionBanner({ connection, banners }) {
  let moment;

  connection.on("message", ({ type }) => {
    if (type === "restarting") {
      moment = setTimeout(lost, MOMENT);
      banners.show("connection", text("banner.restarting"));
    }
  });
  connection.on("state", (state) => {
    if (state !== "lost") {
      clearTimeout(moment);
      moment = undefined;
      banners.hide("connection");
    } else if (moment === undefined) {
      lost();
    }
  });

  function lost() {
    banners.show("connection", text("banner.reconnecting"));
  }
}
