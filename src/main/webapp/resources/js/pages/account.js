import { LOGIN_PATH } from "../shared/paths.js";
import { text } from "../shared/texts.js";
import { changePassword, dataAddress, endLogin, eraseMe, logOut, readLogins } from "../signal/account.js";
import { readMe } from "../signal/me.js";
import { AccountForm, passwordProblem, refusal, valueOf } from "../views/account/account-form.js";
import { LoginList } from "../views/account/login-list.js";
import { confirm } from "../views/common/confirm.js";
import { part, setText } from "../views/common/dom.js";
import { connectPage } from "./site/site.js";
import "./site/running.js";

const { connection, header, toasts, panel } = connectPage();
const logins = new LoginList();

async function showLogins() {
  const { value, problem } = await readLogins();
  if (value) {
    logins.show(value, end);
  } else {
    toasts.show(problem.detail, "problem");
  }
}

async function end(login) {
  const { problem } = await endLogin(login.id);
  if (problem) {
    toasts.show(problem.detail, "problem");
  }
  await showLogins();
}

function show({ id, name, account }) {
  header.showPerson({ id, name });
  setText(part("person-title"), name);
  setText(part("person-login"), text("account.login", account.login));
  setText(part("person-groups"), account.groups.length ? text("account.groups", account.groups.join(", ")) : "");
  part("accounts-link").hidden = !account.roles.includes("administrator");
  part("password-card").hidden = !account.passwordHere;
  part("erase").hidden = !account.passwordHere;
  part("data-file").href = dataAddress();
  part("login-name").value = account.login;
}

async function erase() {
  const sure = await confirm({
    title: text("account.erase.title"),
    sentence: text("account.erase.what"),
    agree: text("account.erase"),
  });
  if (!sure) {
    return;
  }
  const { problem } = await eraseMe();
  if (problem) {
    toasts.show(problem.detail, "problem");
    return;
  }
  connection.close();
  window.location.assign(LOGIN_PATH);
}

function showNothing() {
  panel.show({
    symbol: "info",
    title: text("account.none"),
    sentence: text("account.none.what"),
    actions: [{ label: text("account.none.login"), href: LOGIN_PATH }],
  });
}

async function submit() {
  if (valueOf("present") === "") {
    return refusal("present", text("account.presentMissing"));
  }
  const problem = passwordProblem();
  if (problem) {
    return problem;
  }
  const answer = await changePassword(valueOf("present"), valueOf("password"));
  return { ...answer, field: answer.problem?.code === "password-weak" ? "password" : "present" };
}

new AccountForm({ form: "change-password", button: "change", problem: "password-problem" }, submit, () => {
  part("change-password").reset();
  toasts.show(text("account.passwordChanged"));
  showLogins().catch(() => undefined);
});
part("erase").addEventListener("click", () => erase().catch(() => toasts.show(text("problem.server"), "problem")));
part("log-out").addEventListener("click", async () => {
  connection.close();
  const answer = await logOut().catch(() => undefined);
  window.location.assign(answer?.value?.next ?? LOGIN_PATH);
});
readMe()
  .then((me) => {
    if (!me.account) {
      showNothing();
      return undefined;
    }
    show(me);
    connection.start();
    return showLogins();
  })
  .catch(() => toasts.show(text("problem.server"), "problem"));
