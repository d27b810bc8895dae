import { text } from "../shared/texts.js";

/** Shows what happens to the own seat and to the others: told in a toast, or instead of the page. */
export function followRoom({ connection, notices, panel, toasts }, meeting) {
  const { room } = meeting;
  const toRooms = { label: text("room.toList"), href: "/rooms" };
  let seated = false;

  room.on("seated", () => {
    seated = true;
    panel.hide();
  });
  const told = ({ kind, name }, person, device) => toasts.show(text(kind === "device" ? device : person, name));
  room.on("joined", ({ member }) => seated && told(member, "toast.joined", "toast.deviceOn"));
  room.on("left", ({ member }) => told(member, "toast.left", "toast.deviceOff"));
  room.on("closed", async ({ name, reason, by }) => {
    notices.leave(by ? `notice.${reason}By` : `notice.${reason}`, name, by);
    await meeting.stop();
    connection.close();
    window.location.assign("/rooms");
  });
  room.on("moved", () => {
    const here = { label: text("moved.here"), run: () => meeting.rejoin() };
    panel.show({ symbol: "window", title: text("moved.title"), sentence: text("moved.sentence"), actions: [here, toRooms] });
  });
  room.on("refused", (error) => {
    meeting.stop();
    const again = { label: text("room.tryAgain"), run: () => window.location.reload() };
    const actions = error.code === "no-such-room" ? [toRooms] : [again, toRooms];
    const key = error.code === "room-full" || error.code === "no-such-room" ? error.code : "other";
    panel.show({ symbol: "warning", title: text(`refusal.${key}`), sentence: error.message || text("problem.connection"), actions });
  });
}
