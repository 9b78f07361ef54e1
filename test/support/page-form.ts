/** What a graduate's page asks for, read from its HTML as a browser without script would see it. */
export type PageForm = { action: string; fields: readonly PageField[] };
export type PageField =
  | { kind: 'choice'; name: string; several: boolean; values: readonly string[]; checked: readonly string[] }
  | { kind: 'text'; name: string; value: string }
  | { kind: 'hidden'; name: string; value: string };

/** Reads the main form of a page. Throws when the page has none. */
export function readPageForm(html: string): PageForm {
  const form = /<form\b([^>]*)>/i.exec(html);
  if (!form) throw new Error('The page has no form.');
  const body = html.slice(form.index);
  const choices = new Map<string, { several: boolean; values: string[]; checked: string[] }>();
  const fields: PageField[] = [];
  for (const [tag, element, source = ''] of body.matchAll(/<(input|textarea|select)\b([^>]*)>/gi)) {
    const name = attribute(source, 'name');
    if (name === null) continue;
    const type =
      element?.toLowerCase() === 'input' ? (attribute(source, 'type') ?? 'text') : (element ?? '').toLowerCase();
    const value = attribute(source, 'value') ?? '';
    if (type === 'radio' || type === 'checkbox') {
      const choice = choices.get(name) ?? { several: type === 'checkbox', values: [], checked: [] };
      choice.values.push(value);
      if (/\schecked(\s|=|$)/i.test(source)) choice.checked.push(value);
      choices.set(name, choice);
    } else if (type === 'select') {
      const inner = body.slice(body.indexOf(tag) + tag.length).split(/<\/select>/i)[0] ?? '';
      const options = [...inner.matchAll(/<option\b([^>]*)>/gi)].map((option) => option[1] ?? '');
      const values = options.map((option) => attribute(option, 'value') ?? '').filter((option) => option !== '');
      const checked = options
        .filter((option) => /\sselected/i.test(option))
        .map((option) => attribute(option, 'value') ?? '');
      choices.set(name, { several: false, values, checked: checked.filter((option) => option !== '') });
    } else if (type === 'textarea') {
      const text = body.slice(body.indexOf(tag) + tag.length).split(/<\/textarea>/i)[0] ?? '';
      fields.push({ kind: 'text', name, value: unescapeHtml(text) });
    } else {
      fields.push({ kind: type === 'hidden' ? 'hidden' : 'text', name, value });
    }
  }
  for (const [name, choice] of choices) fields.push({ kind: 'choice', name, ...choice });
  return { action: attribute(form[1] ?? '', 'action') ?? '', fields };
}

function attribute(source: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(source);
  return found ? unescapeHtml(found[1] ?? '') : null;
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
