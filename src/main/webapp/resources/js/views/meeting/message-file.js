import { text } from "../../shared/texts.js";
import { element, icon } from "../common/dom.js";

/** So large is a picture shown at most, in CSS pixels. */
const WIDEST = 280;
const HIGHEST = 220;

/**
 * The file of a message: a picture, small and with its place kept before it is there, or a name with its size to save
 * it by. `file`: `{name, size, href, width, height}`; without `href` it is on its way.
 */
export function messageFile(file) {
  if (file.href && file.width) {
    return picture(file);
  }
  const name = element("bdi", { class: "file__name", text: file.name });
  const size = element("span", { class: "file__size", text: file.size });
  const properties = file.href ? { class: "file", href: file.href, download: file.name } : { class: "file" };
  return element(file.href ? "a" : "span", properties, icon("save"), name, size);
}

function picture({ name, href, width, height }) {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const shown = element("img", { class: "file__picture", loading: "lazy", decoding: "async", alt: name, ...size });
  shown.src = href;
  const link = element("a", { class: "file file--picture", href, target: "_blank", rel: "noopener noreferrer" }, shown);
  shown.addEventListener("error", () => link.replaceChildren(text("chat.fileGone", name)), { once: true });
  return link;
}
