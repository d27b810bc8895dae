import { WatchedSite } from "../signal/watched-site.js";
import { LiveTimes } from "../views/admin/live-times.js";
import { Refreshing } from "../views/admin/refreshing.js";
import { showExports } from "../views/admin/exports.js";
import { part } from "../views/common/dom.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

const { connection } = connectPage();
const main = part("main");
const looksAt = new Set((main.dataset.live ?? "").split(" "));
const refreshing = new Refreshing(() => window.refresh?.());

new LiveTimes(main);
showExports(main);
new WatchedSite(connection).on("changed", (parts) => parts.some((one) => looksAt.has(one)) && refreshing.soon());
connection.start();
