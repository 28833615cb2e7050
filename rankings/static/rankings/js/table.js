// Sorts and narrows a table of ranks where it stands: fetches the page that a link or the form
// asks for and takes its rows over. Whatever goes wrong, the browser goes to that page instead.

const PAUSE = 250; // milliseconds after the last letter

class TableInPlace {
  constructor(form) {
    this.form = form;
    this.rows = document.getElementById(form.dataset.tableForm);
    this.wanted = pageOf(location.href);
    this.isTyping = false;
    form.addEventListener("submit", (event) => this.onSubmit(event));
    form.addEventListener("change", () => this.onChange());
    form.addEventListener("input", (event) => this.onInput(event));
    document.addEventListener("click", (event) => this.onClick(event));
    window.addEventListener("popstate", () => this.onPopState());
  }

  // The address that the form asks for, without what it leaves open. What a link asked for last
  // counts too, even if its page is still on the way.
  get asked() {
    const asked = new URLSearchParams();
    const wanted = new URL(this.wanted, location.href).searchParams;
    for (const field of this.form.elements) {
      const value = field.type === "hidden" ? wanted.get(field.name) : field.value;
      if (field.name && value?.trim()) asked.append(field.name, value.trim());
    }
    const query = asked.toString();
    return new URL(query ? `?${query}` : "./", location.href).href;
  }

  ask(remember = "push") {
    if (pageOf(this.asked) !== this.wanted) this.load(this.asked, remember);
  }

  onSubmit(event) {
    event.preventDefault();
    this.ask();
  }

  onChange() {
    this.isTyping = false;
    this.ask();
  }

  // While an input method composes a syllable, its parts already narrow the table. What is typed
  // in one go is one step in the history.
  onInput(event) {
    if (event.target.type !== "search") return;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.ask(this.isTyping ? "replace" : "push");
      this.isTyping = true;
    }, PAUSE);
  }

  onClick(event) {
    const link = event.target.closest("a[data-table-link]");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.button !== 0) return;
    event.preventDefault();
    this.load(link.closest("thead") ? this.sortedBy(link) : link.href, "push");
  }

  // The table that was asked for last, in the order of a link in its head.
  sortedBy(link) {
    const address = new URL(this.wanted, location.href);
    const sort = new URL(link.href).searchParams.get("sort");
    if (sort) address.searchParams.set("sort", sort);
    else address.searchParams.delete("sort");
    return address.href;
  }

  // A jump within the page is a step in the history as well.
  onPopState() {
    if (pageOf(location.href) !== this.wanted) this.load(location.href);
  }

  async load(address, remember) {
    clearTimeout(this.pause);
    this.loading?.abort();
    this.loading = new AbortController();
    this.wanted = pageOf(address);
    this.rows.setAttribute("aria-busy", "true");
    try {
      this.takeOver(await fetchPage(address, this.loading.signal));
    } catch (error) {
      if (error.name === "AbortError") return;
      if (remember) location.assign(address);
      else location.reload();
      return;
    }
    if (remember) history[`${remember}State`](null, "", address);
    this.rows.removeAttribute("aria-busy");
    this.fillForm(remember);
  }

  takeOver(page) {
    const focused = document.activeElement;
    const parts = [this.rows, ...document.querySelectorAll("[data-table-part]")];
    const pairs = parts.map((part) => [part, freshOf(part, page)]);
    for (const [part, fresh] of pairs) part.replaceChildren(...fresh.childNodes);
    this.turnLanguages(page);
    if (focused.isConnected) return;
    const same = focused.id && document.getElementById(focused.id);
    (same || this.rows).focus({ preventScroll: true });
  }

  // The switch of languages leads to the same table.
  turnLanguages(page) {
    for (const link of page.querySelectorAll("header a[hreflang]")) {
      const own = document.querySelector(`header a[hreflang="${link.hreflang}"]`);
      own.setAttribute("href", link.getAttribute("href"));
    }
  }

  // Whoever goes on typing keeps what is typed; whoever goes back sees what was asked then.
  fillForm(isOnward) {
    const asked = new URLSearchParams(location.search);
    for (const field of this.form.elements) {
      if (!field.name || (isOnward && field === document.activeElement)) continue;
      field.value = asked.get(field.name) ?? "";
      if (field.type === "hidden") field.disabled = !field.value;
    }
  }
}

// What an address asks the server for: all but the place within the page.
function pageOf(address) {
  const { pathname, search } = new URL(address, location.href);
  return pathname + search;
}

async function fetchPage(address, signal) {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${response.status} from ${address}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function freshOf(part, page) {
  const fresh = page.getElementById(part.id);
  if (!fresh) throw new Error(`The page has no #${part.id}`);
  return fresh;
}

for (const form of document.querySelectorAll("[data-table-form]")) new TableInPlace(form);
