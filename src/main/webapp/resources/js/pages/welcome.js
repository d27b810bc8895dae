import { listPath } from "../shared/paths.js";
import { text } from "../shared/texts.js";
import { followLink, lookAtLink } from "../signal/account.js";
import { AccountForm, passwordProblem, refusal, valueOf } from "../views/account/account-form.js";
import { part } from "../views/common/dom.js";
import { openPage } from "../views/common/page.js";
import { StatePanel } from "../views/common/state-panel.js";
import "./site/running.js";

openPage();
const panel = new StatePanel();
/** Behind the number sign, so that no server's log has it. */
const link = window.location.hash.slice(1);

function show({ login, name }) {
  part("login-name").value = login;
  part("name").value = name ?? "";
  part("name").readOnly = Boolean(name);
  panel.hide();
  part(name ? "password" : "name").focus();
}

async function submit() {
  const name = valueOf("name").trim();
  if (name === "") {
    return refusal("name", text("name.missing"));
  }
  const problem = passwordProblem();
  return problem ?? { ...(await followLink(link, name, valueOf("password"))), field: "password" };
}

function refuse(detail) {
  panel.show({ symbol: "warning", title: text("welcome.refused"), sentence: detail, actions: [] });
}

new AccountForm({ form: "welcome", button: "go", problem: "welcome-problem" }, submit, () =>
  window.location.replace(listPath("group")),
);
lookAtLink(link)
  .then(({ value, problem }) => (value ? show(value) : refuse(problem.detail)))
  .catch(() => refuse(text("account.unreachable")));
