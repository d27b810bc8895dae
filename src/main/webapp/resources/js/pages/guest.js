import { LOGIN_PATH, pathOf } from "../shared/paths.js";
import { text, timeOf } from "../shared/texts.js";
import { comeByGuestLink, lookAtGuestLink, readOwnGuestLink } from "../signal/guest-links.js";
import { AccountForm, refusal, valueOf } from "../views/account/account-form.js";
import { part, setText } from "../views/common/dom.js";
import { openPage } from "../views/common/page.js";
import { StatePanel } from "../views/common/state-panel.js";
import "./site/running.js";

openPage();
const panel = new StatePanel();
/** Behind the number sign, so that no server's log has it; without one the person is back from the room. */
const link = window.location.hash.slice(1);

function show({ room, by, until, name, account }) {
  setText(part("guest-heading"), text("guest.heading", room.name));
  setText(part("guest-lead"), text("guest.lead", by, timeOf(new Date(until))));
  part("name").value = name ?? "";
  part("name").readOnly = account || link === "";
  panel.hide();
  part(name ? "go" : "name").focus();
}

async function submit() {
  const name = valueOf("name").trim();
  if (name === "") {
    return refusal("name", text("name.missing"));
  }
  const answer = link === "" ? await readOwnGuestLink() : await comeByGuestLink(link, name);
  return { ...answer, field: "name" };
}

function refuse(detail) {
  const actions = [{ label: text("guest.login"), href: LOGIN_PATH }];
  panel.show({ symbol: "warning", title: text("guest.refused"), sentence: detail, actions });
}

new AccountForm({ form: "guest", button: "go", problem: "guest-problem" }, submit, ({ room }) =>
  window.location.replace(pathOf(room)),
);
(link === "" ? readOwnGuestLink() : lookAtGuestLink(link))
  .then(({ value, problem }) => (value ? show(value) : refuse(problem.detail)))
  .catch(() => refuse(text("account.unreachable")));
