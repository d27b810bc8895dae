import { text } from "../../shared/texts.js";
import { PasswordForm } from "../../views/meeting/password-form.js";
import { sentenceOf } from "../site/refusals.js";

const OF_PASSWORD = new Set(["password-needed", "password-wrong", "too-many-attempts"]);

/** Whether somebody who was refused for this can go on by giving a password. */
export function asksForPassword({ code }) {
  return OF_PASSWORD.has(code);
}

/** Shows, instead of the page, that one waits before the room, or was turned away; `list` is where rooms are listed. */
export function waitAtDoor({ connection, panel }, meeting, list) {
  const { room } = meeting;
  const leave = {
    label: text("door.leave"),
    run: async () => {
      await Promise.all([room.leave(), meeting.stop()]);
      connection.close();
      window.location.assign(list.href);
    },
  };
  room.on("waiting", ({ name, moderated }) =>
    panel.show({
      symbol: "people",
      title: text("door.title", name),
      sentence: text(moderated ? "door.told" : "door.nobody"),
      actions: [leave],
    }),
  );
  room.on("turned-away", () =>
    panel.show({
      symbol: "warning",
      title: text("door.turnedAway"),
      sentence: text("door.turnedAway.what"),
      actions: [list, { label: text("door.again"), run: () => meeting.rejoin() }],
    }),
  );
  room.on("seated", () => panel.hide());
}

/** Asks for the room's password, instead of the page. */
export function askForPassword({ panel }, meeting, list, error) {
  const form = new PasswordForm((password) => meeting.rejoin(password));
  panel.show({
    symbol: "lock",
    title: text("password.title"),
    sentence: error.code === "password-needed" ? text("password.what") : sentenceOf(error),
    content: form.element,
    actions: [list],
  });
  form.focus();
}
