// Asks before a form is left whose changes are not saved.

const form = document.querySelector("#content-main > form");
// A form that came back with errors holds what is saved nowhere; other notes lie in the database.
let isChanged = Boolean(document.querySelector("#content-main .errornote:not([data-standing])"));

form?.addEventListener("input", () => {
  isChanged = true;
});
form?.addEventListener("submit", (event) => {
  // A preview in another tab leaves the form where it is, and so does what was not sent.
  const isSent = event.submitter?.formTarget !== "_blank" && !event.defaultPrevented;
  if (isSent) isChanged = false;
});
window.addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault();
});
