import { text } from "../../shared/texts.js";

/** As many as somebody reads; an older one makes room. */
const AT_MOST = 3;

/** Shows what administrators tell everybody, or everybody in a room, until its reader has read it. */
export function showAnnouncements({ connection, banners }) {
  const shown = [];
  let count = 0;

  connection.on("message", (message) => {
    if (message.type === "announcement") {
      show(message);
    }
  });

  function show({ text: told, by }) {
    count += 1;
    const topic = `announcement-${count}`;
    shown.push(topic);
    banners.show(topic, text("announcement.from", by, told), {
      label: text("announcement.read"),
      run: () => {
        shown.splice(shown.indexOf(topic), 1);
        banners.hide(topic);
      },
    });
    while (shown.length > AT_MOST) {
      banners.hide(shown.shift());
    }
  }
}
