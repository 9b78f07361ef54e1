// Suggestions of the browser's own for fields in which a name is searched. What is typed stays on the page: the
// whole list is fetched when a field is entered. Without this script the button beside the field does the work.

for (const field of document.querySelectorAll('input[data-names]')) {
  field.addEventListener('focus', () => void suggest(field), { once: true });
  if (field === document.activeElement) void suggest(field);
}

async function suggest(field) {
  if (field.list) return;
  try {
    const reply = await fetch(field.dataset.names);
    if (!reply.ok) return;
    const list = document.createElement('datalist');
    list.id = `${field.id}-names`;
    for (const name of await reply.json()) {
      const option = document.createElement('option');
      option.value = name;
      list.append(option);
    }
    field.after(list);
    field.setAttribute('list', list.id);
  } catch {
    // No connection: no suggestions, and the search still works.
  }
}
