// Looks every three seconds how far an import is, and says so at each quarter. Without it the page has a link.
const EVERY_MS = 3000;
const job = document.getElementById('job');
let said = 0;

async function look() {
  const address = job.dataset.busy;
  const answer = await fetch(address, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.getElementById('job')?.dataset.busy) return location.assign(address);
  for (const id of ['job-message', 'job-words']) {
    const [here, there] = [document.getElementById(id), page.getElementById(id)];
    if (here && there) here.textContent = there.textContent;
  }
  const [here, there] = [document.getElementById('progress'), page.getElementById('progress')];
  if (here && there) {
    here.max = there.max;
    here.value = there.value;
    const quarter = Math.floor((4 * there.value) / there.max);
    if (quarter > said) {
      said = quarter;
      document.getElementById('job-said').textContent = `${quarter * 25} %`;
    }
  }
  wait();
}

function wait() {
  setTimeout(() => look().catch(wait), EVERY_MS);
}

if (job?.dataset.busy) wait();
