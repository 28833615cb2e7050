// Buttons that write the notation into a body. They type as the editor would, so that undo works;
// clicking one takes the focus, which completes a syllable that was being composed.

const LINE_MARK = /^\s*(?:[□■▣◈◆◇○❍ㅇ◦●※]|[-–―·ㆍ•](?=\s))\s*/;
const CARET = "¦";

const template = document.getElementById("notation-toolbar");
if (template) document.querySelectorAll("textarea[data-body]").forEach(addToolbar);

function addToolbar(textarea) {
  const toolbar = template.content.firstElementChild.cloneNode(true);
  toolbar.setAttribute("aria-controls", textarea.id);
  textarea.before(toolbar);
  const buttons = [...toolbar.querySelectorAll("button")];
  buttons.forEach((button, index) => {
    button.tabIndex = index === 0 ? 0 : -1;
    button.addEventListener("click", () => write(textarea, button.dataset));
  });
  toolbar.addEventListener("keydown", (event) => move(buttons, event));
  textarea.addEventListener("insert-block", (event) => writeBlock(textarea, event.detail));
}

function move(buttons, event) {
  const index = buttons.indexOf(document.activeElement);
  const last = buttons.length - 1;
  const next = {
    ArrowRight: index === last ? 0 : index + 1,
    ArrowLeft: index === 0 ? last : index - 1,
    Home: 0,
    End: last,
  }[event.key];
  if (next === undefined || index === -1) return;
  event.preventDefault();
  buttons[index].tabIndex = -1;
  buttons[next].tabIndex = 0;
  buttons[next].focus();
}

function write(textarea, { line, text, around, block, picture, wholeLine }) {
  if (picture !== undefined) textarea.dispatchEvent(new Event("choose-picture", { bubbles: true }));
  else if (line) markLines(textarea, line);
  else if (text) type(textarea, textarea.selectionStart, textarea.selectionEnd, text);
  else if (block) writeBlock(textarea, block);
  else wrap(textarea, around.split("|"), wholeLine !== undefined);
}

// The mark goes before every selected line in place of another; the same mark is taken away.
function markLines(textarea, mark) {
  const [start, end] = lineBounds(textarea);
  const lines = textarea.value.slice(start, end).split("\n");
  const isMarked = lines.every((line) => line.trimStart().startsWith(mark));
  const marked = lines.map((line) => (isMarked ? "" : mark) + line.replace(LINE_MARK, ""));
  type(textarea, start, end, marked.join("\n"));
}

function wrap(textarea, [before, after], isWholeLine) {
  const [start, end] = isWholeLine
    ? lineBounds(textarea)
    : [textarea.selectionStart, textarea.selectionEnd];
  const inner = textarea.value.slice(start, end);
  type(textarea, start, end, before + inner + after);
  textarea.setSelectionRange(start + before.length, start + before.length + inner.length);
}

// On lines of its own, with an empty line on either side; the caret goes where the block says.
function writeBlock(textarea, block) {
  const [start, end] = lineBounds(textarea);
  const isEmpty = textarea.value.slice(start, end).trim() === "";
  const place = isEmpty ? start : end;
  const before = place === 0 ? "" : isEmpty ? (textarea.value[place - 2] === "\n" ? "" : "\n") : "\n\n";
  const after = textarea.value.slice(isEmpty ? end : place).startsWith("\n\n") ? "" : "\n";
  const text = before + block.replace(CARET, "") + after;
  type(textarea, place, isEmpty ? end : place, text);
  if (block.includes(CARET)) {
    const caret = place + before.length + block.indexOf(CARET);
    textarea.setSelectionRange(caret, caret);
  }
}

function lineBounds(textarea) {
  const { value, selectionStart, selectionEnd } = textarea;
  const end = value.indexOf("\n", selectionEnd);
  return [value.lastIndexOf("\n", selectionStart - 1) + 1, end === -1 ? value.length : end];
}

function type(textarea, start, end, text) {
  textarea.focus();
  textarea.setSelectionRange(start, end);
  const command = text === "" ? "delete" : "insertText";
  // Deprecated without a successor: nothing else keeps the browser's own undo.
  if (start === end && text === "") return;
  if (!document.execCommand(command, false, text)) {
    textarea.setRangeText(text, start, end, "end");
    textarea.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}
