// Passkeys: the browser asks the person's device, and what it says is posted with the page's own form. Forms that
// need them are shown where the browser has them and the page stands at the service's own address; without this
// script everybody signs in by password and code.
const form = document.querySelector('form[data-passkey]');
const kind = window.PublicKeyCredential;
const isNew = form?.dataset.passkey === 'new';
const parse = isNew ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON';
let isAsking = false;

async function ask() {
  if (isAsking) return;
  isAsking = true;
  say('');
  try {
    const answer = await fetch(form.dataset.options, { headers: { accept: 'application/json' } });
    // The session has ended: the form is posted as it is, and kept.
    if (answer.redirected) return form.submit();
    const publicKey = kind[parse](await answer.json());
    const { credentials } = navigator;
    const credential = await (isNew ? credentials.create({ publicKey }) : credentials.get({ publicKey }));
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch (error) {
    say(error.name === 'InvalidStateError' ? form.dataset.known : form.dataset.failed);
  } finally {
    isAsking = false;
  }
}

function say(words) {
  form.querySelector('[role="status"]').textContent = words ?? form.dataset.failed;
}

if (form && kind?.[parse] && kind.prototype.toJSON && location.origin === form.dataset.origin) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
}
