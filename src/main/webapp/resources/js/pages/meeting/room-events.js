import { listPath } from "../../shared/paths.js";
import { text } from "../../shared/texts.js";
import { sentenceOf } from "../site/refusals.js";

/** Says, instead of the page, that the seat went to another tab; `home` is where one can go from there. */
export function tellMoved({ panel }, meeting, home) {
  const here = { label: text("moved.here"), run: () => meeting.rejoin() };
  const actions = [here, home];
  meeting.room.on("moved", () =>
    panel.show({ symbol: "window", title: text("moved.title"), sentence: text("moved.sentence"), actions }),
  );
  meeting.room.on("seated", () => panel.hide());
}

/** Shows what happens in a room: told in a toast, or instead of the page; `list` is where its room is listed. */
export function followRoom(
  { connection, notices, panel, toasts },
  meeting,
  list = { label: text("room.toList"), href: listPath("group") },
) {
  const { room } = meeting;
  let seated = Boolean(room.self);

  room.on("seated", () => (seated = true));
  const told = ({ kind, name }, person, device) => toasts.show(text(kind === "device" ? device : person, name));
  room.on("joined", ({ member }) => seated && told(member, "toast.joined", "toast.deviceOn"));
  room.on("left", ({ member }) => told(member, "toast.left", "toast.deviceOff"));
  room.on("closed", async ({ name, reason, by }) => {
    notices.leave(by ? `notice.${reason}By` : `notice.${reason}`, name, by);
    await meeting.stop();
    connection.close();
    window.location.assign(list.href);
  });
  room.on("refused", (error) => {
    meeting.stop();
    const again = { label: text("room.tryAgain"), run: () => window.location.reload() };
    const actions = error.code === "no-such-room" ? [list] : [again, list];
    const key = error.code === "room-full" || error.code === "no-such-room" ? error.code : "other";
    panel.show({
      symbol: "warning",
      title: text(`refusal.${key}`),
      sentence: sentenceOf(error),
      actions,
    });
  });
}
