import { RESOURCES } from "../../shared/paths.js";

const SVG = "http://www.w3.org/2000/svg";
const ICONS = new URL("img/icons.svg", RESOURCES).pathname;

/**
 * Makes an element. `properties`: `class`, `text`, `data` (dataset), `on` (listeners by event), anything else
 * is an attribute; true stands for an empty one, false and undefined for none. Text is never read as mark-up.
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  const { class: className, text, data = {}, on = {}, ...attributes } = properties;
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  Object.assign(made.dataset, data);
  Object.entries(on).forEach(([type, listener]) => made.addEventListener(type, listener));
  Object.entries(attributes).forEach(([name, value]) => setAttribute(made, name, value));
  made.append(...children.filter(Boolean));
  return made;
}

/** Sets, or with false or undefined removes, an attribute. */
export function setAttribute(target, name, value) {
  if (value === false || value === undefined) {
    target.removeAttribute(name);
  } else {
    target.setAttribute(name, value === true ? "" : value);
  }
}

/** An icon of the page's set; it says nothing to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(SVG, "use"));
  setIcon(svg, name);
  return svg;
}

/** Makes `svg`, an icon, another one. */
export function setIcon(svg, name) {
  const href = `${ICONS}#${name}`;
  if (svg.firstElementChild.getAttribute("href") !== href) {
    svg.firstElementChild.setAttribute("href", href);
  }
}

/** Changes a text only where it differs, so that screen readers and selections are left alone. */
export function setText(target, sentence) {
  if (target.textContent !== sentence) {
    target.textContent = sentence;
  }
}

/** The part of the page with this id; a missing one is a bug of the page. */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`the page has no part #${id}`);
  }
  return found;
}
