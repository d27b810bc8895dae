/**
 * What is shown of a file on its way: how far it is, and in a sentence what it waits for or why it was refused. `words`
 * says `waiting`, `cut`, `sent(bytes, all)` and `refused(problem)`.
 */
export function uploadLook({ id, name, bytes, sent, state, problem }, words) {
  const percent = bytes > 0 ? Math.floor((100 * sent) / bytes) : 0;
  const sentences = {
    waiting: () => words.waiting,
    cut: () => words.cut,
    refused: () => words.refused(problem),
    sending: () => words.sent(sent, bytes),
  };
  return { id, name, percent, state, sentence: sentences[state]() };
}
