import { listPath } from "../../shared/paths.js";
import { text } from "../../shared/texts.js";
import { sentenceOf } from "../site/refusals.js";
import { ManyTold } from "./many-told.js";
import { askForPassword, asksForPassword, waitAtDoor } from "./room-door.js";

/** What trying again at once does not change. */
const FINAL = new Set(["no-such-room", "banned"]);
/** What has a title of its own. */
const TITLED = new Set(["no-such-room", "room-full", "room-locked", "banned"]);

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
  waitAtDoor({ connection, panel }, meeting, list);

  room.on("seated", () => (seated = true));
  const joined = new ManyTold(toasts, "toast.joined");
  const left = new ManyTold(toasts, "toast.left");
  const told = ({ kind, name }, persons, device) =>
    kind === "device" ? toasts.show(text(device, name)) : persons.tell(name);
  room.on("joined", ({ member }) => seated && told(member, joined, "toast.deviceOn"));
  room.on("left", ({ member }) => told(member, left, "toast.deviceOff"));
  room.on("closed", async ({ name, reason, by }) => {
    notices.leave(by ? `notice.${reason}By` : `notice.${reason}`, name, by);
    await meeting.stop();
    connection.close();
    window.location.assign(list.href);
  });
  room.on("refused", (error) => {
    meeting.stop();
    if (asksForPassword(error)) {
      askForPassword({ panel }, meeting, list, error);
      return;
    }
    const again = { label: text("room.tryAgain"), run: () => window.location.reload() };
    const actions = FINAL.has(error.code) ? [list] : [again, list];
    const key = TITLED.has(error.code) ? error.code : "other";
    panel.show({
      symbol: "warning",
      title: text(`refusal.${key}`),
      sentence: sentenceOf(error),
      actions,
    });
  });
}
