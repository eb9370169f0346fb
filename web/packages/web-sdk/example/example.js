// Your server makes the session and hands its address to the page; here it stands in the page's own address, for trying out.
const element = document.querySelector('countersign-verify');
const state = document.querySelector('#state');
const said = [];
globalThis.said = said;

for (const name of ['ready', 'progress', 'done', 'error']) {
  element.addEventListener(`countersign-${name}`, (event) => {
    said.push({ name, ...event.detail });
    state.textContent = [name, event.detail.status, event.detail.step, event.detail.reason]
      .filter(Boolean)
      .join(' · ');
  });
}
element.setAttribute('session-url', decodeURIComponent(location.hash.slice(1)));
