// Moves between the cells of the entry table as a spreadsheet does: arrow keys, Enter and
// Shift+Enter. Cells that differ from what is stored are marked.

const CELLS = 'tbody input:not([type="hidden"])';

function rowsOf(table) {
  return [...table.tBodies[0].rows]
    .map((row) => [...row.querySelectorAll('input:not([type="hidden"])')])
    .filter((inputs) => inputs.length);
}

// Fixed rows have no input for their city: columns are counted from the right.
function neighbour(table, input, down, right) {
  const rows = rowsOf(table);
  const y = rows.findIndex((inputs) => inputs.includes(input));
  const fromRight = rows[y].length - rows[y].indexOf(input) - right;
  const row = rows[y + down];
  return row && fromRight >= 1 && row[row.length - fromRight];
}

function isAtEdge(input, right) {
  const edge = right > 0 ? input.value.length : 0;
  const isAllSelected = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  return isAllSelected || (input.selectionStart === edge && input.selectionEnd === edge);
}

function target(table, event) {
  const input = event.target;
  switch (event.key) {
    case "Enter":
      return neighbour(table, input, event.shiftKey ? -1 : 1, 0);
    case "ArrowDown":
      return neighbour(table, input, 1, 0);
    case "ArrowUp":
      return neighbour(table, input, -1, 0);
    case "ArrowRight":
      return isAtEdge(input, 1) && neighbour(table, input, 0, 1);
    case "ArrowLeft":
      return isAtEdge(input, -1) && neighbour(table, input, 0, -1);
    default:
      return null;
  }
}

function onKey(table, event) {
  // While an input method composes a syllable, these keys belong to it.
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!event.target.matches(CELLS)) return;
  // The list of cities opens below its input and is walked with the same keys.
  if (event.target.list && event.key !== "Enter") return;
  const next = target(table, event);
  if (next) {
    next.focus();
    next.select();
  }
  if (next || event.key === "Enter") event.preventDefault();
}

function markChanged(event) {
  const input = event.target;
  if (!input.matches(CELLS)) return;
  const stored = input.dataset.stored ?? input.defaultValue;
  input.classList.toggle("changed", input.value !== stored);
}

for (const form of document.querySelectorAll("[data-grid]")) {
  const table = form.querySelector("table");
  table.addEventListener("keydown", (event) => onKey(table, event));
  table.addEventListener("input", markChanged);
  document.querySelector("[data-grid-findings]")?.focus();
  // Figures that came back from the server unsaved count as typed for whoever guards the form.
  if (table.querySelector(".changed")) form.dispatchEvent(new Event("input"));
}
