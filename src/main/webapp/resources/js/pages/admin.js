import { WatchedSite } from "../signal/watched-site.js";
import { browserVersionOf } from "../shared/browsers.js";
import { regional } from "../shared/texts.js";
import { SearchBox } from "../views/admin/search-box.js";
import { find } from "../signal/search.js";
import { ColumnChoice } from "../views/admin/column-choice.js";
import { KeptFocus } from "../views/admin/kept-focus.js";
import { KeptScroll } from "../views/admin/kept-scroll.js";
import { LiveWords } from "../views/admin/live-words.js";
import { Refreshing } from "../views/admin/refreshing.js";
import { showExports } from "../views/admin/exports.js";
import { showOrders } from "../views/admin/sort-choice.js";
import { part } from "../views/common/dom.js";
import { Watching } from "./administration/watching.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

const { connection, tab } = connectPage();
const main = part("main");
const looksAt = new Set((main.dataset.live ?? "").split(" "));
const refreshing = new Refreshing(() => window.refresh?.());

const { lang, dataset } = document.documentElement;
dataset.regional = regional(lang); // Charts, which PrimeFaces makes later, read it there.
const moments = new Intl.DateTimeFormat(dataset.regional, {
  dateStyle: "medium",
  timeStyle: "medium",
});
new LiveWords(main, {
  "time[datetime]": ({ dateTime }) => moments.format(new Date(dateTime)),
  "[data-path]": ({ dataset: { path } }) => new URL(path, location.href).href,
  // Some pages tell the browser in these words already.
  "[data-agent]": ({ dataset: { agent } }) => (agent.includes("/") && browserVersionOf(agent)) || agent,
});
new KeptFocus(main);
new KeptScroll(main);
showExports(main);
showOrders(main);
const here = document.querySelector(".admin__link[aria-current=page]");
showWhereThisIs(here);
window.addEventListener("resize", () => showWhereThisIs(here));
const table = document.getElementById("form:table");
if (table) {
  new ColumnChoice({ table, place: part("columns"), store: tab });
}
new SearchBox({ input: part("search"), list: part("search-found"), status: part("search-status"), ask: find });
new WatchedSite(connection).on("changed", (parts) => parts.some((one) => looksAt.has(one)) && refreshing.soon());
if (document.getElementById("watch")) {
  // PrimeFaces makes its widgets when the document is there, and modules run just before.
  await new Promise((made) => window.jQuery(made));
  const createPlayer = async (...given) => new (await import("../media/player.js")).Player(...given);
  new Watching({ connection, root: main, createPlayer });
}
connection.start();

/** On a phone the menu is one line that is wider than the screen. */
function showWhereThisIs(link) {
  const menu = link?.parentElement;
  if (menu) {
    menu.scrollLeft = link.offsetLeft - (menu.clientWidth - link.offsetWidth) / 2;
  }
}
