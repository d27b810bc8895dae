import { uploadLook } from "../../meeting/upload-look.js";
import { sizeOf, text } from "../../shared/texts.js";
import { Uploads } from "../../signal/uploads.js";
import { ChatFiles } from "../../views/meeting/chat-files.js";
import { sentenceOf } from "../site/refusals.js";

/** Offers to send files in a chat: each to whom, and in answer to what, the panel's form says then. */
export function offerFiles(connection, chat, panel) {
  const uploads = new Uploads();
  const view = new ChatFiles(
    (files) => uploads.add(files, panel.form.aim()),
    (act, id) => uploads[act](id),
  );
  const words = {
    waiting: text("chat.uploadWaiting"),
    cut: text("chat.uploadCut"),
    sent: (sent, all) => text("chat.uploadSent", sizeOf(sent), sizeOf(all)),
    refused: sentenceOf,
  };
  uploads.on("changed", () => view.show(uploads.items.map((one) => uploadLook(one, words))));
  uploads.on("uploaded", ({ file, how }) => {
    chat.send("", { ...how, file });
    panel.announce(text("chat.uploaded", file.name));
  });
  connection.on("welcome", () => uploads.wake());
  chat.on("changed", () => view.permit(chat.files));
  view.permit(chat.files);
}
