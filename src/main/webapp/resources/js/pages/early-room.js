// Of a room's page, loaded beside its own module: the way is made by which others are received, while that is loaded.
import { earlyMedia } from "../media/early-media.js";
import { receiversPath } from "../shared/paths.js";

const room = new URLSearchParams(window.location.search).get("id");
if (room) {
  earlyMedia.receive(receiversPath(room));
}
