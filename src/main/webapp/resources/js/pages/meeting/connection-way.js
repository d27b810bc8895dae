import { worstWay } from "../../media/way.js";
import { text } from "../../shared/texts.js";
import { part, setText } from "../../views/common/dom.js";

const LOOK_EVERY = 2_000;

/** Shows, while the dialog with the devices is open, by which way media goes. Answers what is to be called at that. */
export function showConnectionWay({ audience, publisher, sharing }) {
  const line = part("connection-way");
  const look = async () => {
    const players = audience.players.map(({ player }) => player);
    const way = await worstWay([publisher, sharing.publisher, ...players].map(({ peer }) => peer));
    setText(line, text(`connection.${way ?? "none"}`));
  };
  return () => {
    look();
    const timer = setInterval(look, LOOK_EVERY);
    part("device-dialog").addEventListener("close", () => clearInterval(timer), { once: true });
  };
}
