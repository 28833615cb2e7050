// Answers in their place; without a script they lead to a page.

const section = document.querySelector(".feedback");
let isLeft = false; // to the browser

async function send(form, { name, value }) {
  const body = new URLSearchParams(new FormData(form));
  body.append(name, value);
  const response = await fetch(form.action, { method: "POST", body });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const answered = page.querySelector(".answered");
  const said = answered.querySelector("[tabindex]");
  document.head.append(page.querySelector("[data-feedback]"));
  // What was typed stays below a refusal.
  section.replaceChildren(answered, ...(response.ok ? [] : [form]));
  said.focus(); // it is read aloud
}

section?.addEventListener("submit", async (event) => {
  const { target, submitter } = event;
  if (isLeft || !submitter) return;
  event.preventDefault();
  try {
    await send(target, submitter);
  } catch {
    isLeft = true;
    submitter.click();
  }
});
