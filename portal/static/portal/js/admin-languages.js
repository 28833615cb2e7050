// Turns the languages of a form, which stand one under the other, into tabs or two columns.

const CHOSEN = "admin-language";
const TOGETHER = "admin-languages-together";

document.querySelectorAll("[data-languages]").forEach(prepare);

function prepare(container) {
  const panels = [...container.querySelectorAll(":scope > [data-language]")];
  if (panels.length < 2) return;
  const tabs = panels.map(makeTab);
  const list = document.createElement("div");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", container.dataset.tabsLabel);
  list.append(...tabs);
  const toggle = makeToggle(container.dataset.togetherLabel);
  const bar = document.createElement("div");
  bar.className = "language-bar";
  bar.append(list, toggle);
  container.prepend(bar);

  const view = { container, panels, tabs, list, toggle };
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => choose(view, index));
    tab.addEventListener("keydown", (event) => move(view, index, event));
  });
  toggle.addEventListener("click", () => setTogether(view, !isTogether(view)));
  panels.forEach((panel, index) => {
    panel.addEventListener("input", () => showState(panel, tabs[index]));
    panel.addEventListener("reveal", () => choose(view, index));
  });
  choose(view, firstShown(panels));
  setTogether(view, localStorage.getItem(TOGETHER) === "yes");
}

function makeTab(panel) {
  const tab = document.createElement("button");
  tab.type = "button";
  tab.id = `${panel.id}-tab`;
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", panel.id);
  tab.append(...[...panel.querySelector(".language-name").children].map((part) => part.cloneNode(true)));
  return tab;
}

function makeToggle(label) {
  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.className = "button together-toggle";
  toggle.textContent = label;
  return toggle;
}

function firstShown(panels) {
  const wrong = panels.findIndex((panel) => panel.querySelector(".errorlist"));
  const remembered = panels.findIndex(
    (panel) => panel.dataset.language === sessionStorage.getItem(CHOSEN),
  );
  return Math.max(wrong === -1 ? remembered : wrong, 0);
}

function choose(view, chosen) {
  view.tabs.forEach((tab, index) => {
    tab.setAttribute("aria-selected", String(index === chosen));
    tab.tabIndex = index === chosen ? 0 : -1;
  });
  view.panels.forEach((panel, index) => {
    panel.hidden = !isTogether(view) && index !== chosen;
  });
  sessionStorage.setItem(CHOSEN, view.panels[chosen].dataset.language);
}

function move(view, index, event) {
  const last = view.tabs.length - 1;
  const next = {
    ArrowRight: index === last ? 0 : index + 1,
    ArrowLeft: index === 0 ? last : index - 1,
    Home: 0,
    End: last,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  choose(view, next);
  view.tabs[next].focus();
}

function isTogether(view) {
  return view.container.classList.contains("together");
}

function setTogether(view, together) {
  view.container.classList.toggle("together", together);
  view.toggle.setAttribute("aria-pressed", String(together));
  view.list.hidden = together;
  view.panels.forEach((panel, index) => {
    if (together) {
      panel.removeAttribute("role");
      panel.setAttribute("aria-labelledby", `${panel.id}-name`);
    } else {
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", view.tabs[index].id);
    }
  });
  choose(view, view.tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true"));
  localStorage.setItem(TOGETHER, together ? "yes" : "no");
}

function showState(panel, tab) {
  const state = stateOf(panel);
  for (const chip of [panel.querySelector("[data-state]"), tab.querySelector("[data-state]")]) {
    chip.className = `state state-${state}`;
    chip.textContent = panel.dataset[state];
  }
}

function stateOf(panel) {
  const ready = panel.querySelector("[name^=is_ready_]");
  const texts = [...panel.querySelectorAll("input[type=text], textarea:not([readonly])")];
  const written = texts.filter((text) => text.value.trim());
  if (ready?.checked) return "ready";
  if (ready) return written.length ? "progress" : "empty";
  if (written.length === texts.length) return "written";
  return written.length ? "partly" : "empty";
}
