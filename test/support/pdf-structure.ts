import { getDocumentProxy } from 'unpdf';

/** A node of a PDF's structure tree: an element with its role, or a leaf that names content on the page. */
type Node = { role?: string; alt?: string; id?: string; type?: string; children?: Node[] };

/** Roles of ISO 32000-1 (14.8.4) that a report or a form may use. */
const ROLES = new Set([
  ...['Root', 'Document', 'Part', 'Sect', 'Div', 'P', 'H1', 'H2', 'H3', 'H4', 'L', 'LI', 'Lbl', 'LBody', 'Caption'],
  ...['Table', 'THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD', 'Figure', 'Span', 'Strong', 'Em', 'Link', 'Note', 'Form'],
  ...['TOC', 'TOCI', 'BlockQuote', 'Reference', 'Code', 'NonStruct', 'Sub', 'Title', 'Quote', 'Annot'],
]);

const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  LI: ['L'],
  LBody: ['LI'],
};

/**
 * What of the structure tree breaks PDF/UA-1 as far as a program can see it (Matterhorn Protocol 1.1: 01-005
 * and 06 to 15): unknown roles, parts of tables and lists in the wrong place, skipped headings, figures
 * without words, tables without heads, content that no element or several elements hold, no title or language.
 */
export async function structureFaults(bytes: Uint8Array): Promise<string[]> {
  const raw = Buffer.from(bytes).toString('latin1');
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const faults: string[] = [];
  if (!/\/Marked\s+true/.test(raw)) faults.push('not marked as tagged');
  if (!/pdfuaid:part>1</.test(raw)) faults.push('no PDF/UA-1 identifier');
  if (!/\/DisplayDocTitle\s+true/.test(raw)) faults.push('the title is not displayed');
  if (!/\/Lang\s*\(/.test(raw)) faults.push('no language');
  const { info } = await pdf.getMetadata();
  if (!(info as { Title?: string }).Title) faults.push('no title');
  let heading = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const seen = new Set<string>();
    const walk = (node: Node, parent: string): void => {
      const { role, children = [], id } = node;
      if (id !== undefined) {
        if (seen.has(id)) faults.push(`page ${number}: ${id} is held twice`);
        seen.add(id);
      }
      if (role !== undefined) {
        if (!ROLES.has(role)) faults.push(`page ${number}: role ${role}`);
        if (PARENTS[role] && !PARENTS[role].includes(parent)) faults.push(`page ${number}: ${role} in ${parent}`);
        if (role === 'Figure' && !node.alt?.trim()) faults.push(`page ${number}: a figure without words`);
        const level = /^H([1-6])$/.exec(role)?.[1];
        if (level !== undefined) {
          if (Number(level) > heading + 1) faults.push(`page ${number}: ${role} after H${heading}`);
          heading = Number(level);
        }
      }
      for (const child of children) walk(child, role ?? parent);
    };
    walk((await page.getStructTree()) as Node, '');
    const content = await page.getTextContent({ includeMarkedContent: true });
    faults.push(...untagged(content.items, seen).map((what) => `page ${number}: ${what}`));
  }
  return faults;
}

/** Marked content with an id that no element holds, and text outside of both elements and artifacts. */
function untagged(items: readonly object[], held: ReadonlySet<string>): string[] {
  const open: { tag: string; id: string | undefined }[] = [];
  const faults: string[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else {
        const { id, tag } = item as { id?: string | null; tag?: string };
        open.push({ tag: tag ?? '', id: id ?? undefined });
        if (id && !held.has(id)) faults.push(`${id} belongs to no element`);
      }
    } else if ('str' in item && String(item.str).trim() !== '') {
      if (!open.some(({ tag, id }) => tag === 'Artifact' || id !== undefined)) faults.push(`untagged: ${item.str}`);
    }
  }
  return faults;
}
