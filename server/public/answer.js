// Beside a page of questions: what works without it works with it. Nothing is kept in the browser, since others
// may use the same computer.
//
// It holds a press back while there is no connection, since what was entered would be lost with the page; it
// sends what was changed when the page goes out of sight; and it says how much room a text has left.

const form = document.querySelector('form[data-offline]');
if (form) {
  holdWhileOffline(form);
  if (form.dataset.keeps !== undefined) keepWhenHidden(form);
  for (const field of form.querySelectorAll('textarea[data-most]')) countCharacters(field, form.dataset);
}

function holdWhileOffline(form) {
  const notice = document.createElement('p');
  notice.className = 'box offline';
  notice.setAttribute('role', 'alert');
  form.querySelector('.nav').before(notice);
  // The first listener of a press: nobody else may take a page that is held for one that was sent.
  document.addEventListener(
    'submit',
    (event) => {
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopPropagation();
      notice.textContent = form.dataset.offline;
    },
    { capture: true },
  );
  window.addEventListener('online', () => (notice.textContent = ''));
}

function keepWhenHidden(form) {
  let isChanged = false;
  let isSent = false;
  form.addEventListener('input', () => (isChanged = true));
  document.addEventListener('submit', () => (isSent = true));
  window.addEventListener('pageshow', () => (isSent = false));
  const keep = () => {
    if (!isChanged || isSent) return;
    const body = new URLSearchParams(new FormData(form));
    body.append('nav', 'keep');
    if (navigator.sendBeacon(form.action, body)) isChanged = false;
  };
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep());
  window.addEventListener('pagehide', keep);
}

/** Says what is left in words of the page: at once for the eye, after a pause for the ear. */
function countCharacters(field, words) {
  const most = Number(field.dataset.most);
  const seen = document.createElement('p');
  seen.className = 'hint';
  seen.setAttribute('aria-hidden', 'true');
  const heard = document.createElement('p');
  heard.className = 'vh';
  heard.setAttribute('role', 'status');
  field.after(seen, heard);
  let pause = 0;
  const count = () => {
    const left = most - [...field.value.trim()].length;
    const number = Math.abs(left).toLocaleString(document.documentElement.lang);
    const text = (left < 0 ? words.over : words.left).replace('{n}', number);
    seen.textContent = text;
    clearTimeout(pause);
    if (left < most / 10) pause = setTimeout(() => (heard.textContent = text), 1500);
  };
  field.addEventListener('input', count);
  count();
}
