import { arrive, loadAhead } from "../../shared/arrival.js";
import { RESOURCES } from "../../shared/paths.js";
import { element } from "./dom.js";

/** Where this page's modules are; another version of the site has others, which know nothing of these. */
const MODULES = `${RESOURCES}js/`;
/** The page's own module; what is loaded beside it is not waited for, and this page has had it. */
const MODULE = "#page-module";

/**
 * Another page of this site with a module that waits for `arrival`, which takes the place of this one without a
 * navigation.
 */
export class OtherPage {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** Reads the page at `address`; fails when there is none. */
  static async read(address) {
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!response.ok || !page.querySelector(MODULE)) {
      throw new Error(`no page at ${address}: ${response.status}`);
    }
    return new OtherPage(page);
  }

  /**
   * Loads what it needs, unless that is of another version of the site, so that it appears whole and its module, which
   * waits for `arrival`, has only to go on.
   */
  async preload() {
    if (!this.#module.startsWith(MODULES)) {
      throw new Error(`${this.#module} is of another version of the site`);
    }
    const here = new Set(this.#addresses(document, "link[rel=stylesheet]"));
    const styles = this.#addresses(this.#page, "link[rel=stylesheet]").filter((address) => !here.has(address));
    this.#addresses(this.#page, "link[rel=modulepreload]").forEach((href) =>
      document.head.append(element("link", { rel: "modulepreload", href })),
    );
    await Promise.all([
      loadAhead(this.#module),
      ...styles.map((href) => loaded(element("link", { rel: "stylesheet", href }))),
    ]);
  }

  /**
   * Shows it at `address` and runs its module; screen readers begin with its contents. Going back in the history leads
   * to the page that was here, anew.
   */
  show(address) {
    document.title = this.#page.title;
    document.body.replaceWith(document.adoptNode(this.#page.body));
    const before = here();
    window.history.pushState(null, "", address);
    window.addEventListener("popstate", () => here() === before && window.location.reload());
    arrive(this.#module);
    window.requestAnimationFrame(focusContents);
  }

  get #module() {
    return this.#page.querySelector(MODULE).src;
  }

  #addresses(page, selector) {
    return [...page.querySelectorAll(selector)].map(({ href }) => href);
  }
}

const here = () => window.location.pathname + window.location.search;

/**
 * With the first frame: the focus needs the layout, which would keep the module waiting. What the module focused keeps
 * it.
 */
function focusContents() {
  if (document.activeElement === document.body) {
    document.getElementById("main").focus({ preventScroll: true });
  }
}

function loaded(link) {
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(`${link.href} could not be loaded`)));
    document.head.append(link);
  });
}
