/** The words of a page, without what is not read. */
export function textOf(html: string): string {
  const body = html.replace(/<svg[\s\S]*?<\/svg>/g, ' ').replace(/<[^>]+>/g, ' ');
  return unescapeHtml(body).replace(/[ \n\t]+/g, ' ');
}

/** `hasBodies`: rows stand in bodies that have heads of their own. */
export type PageTable = { caption: string; columns: string[]; rows: string[][]; hasBodies: boolean };

/** The tables of a page: heads and cells of each row as text. */
export function tablesOf(html: string): PageTable[] {
  return [...html.matchAll(/<table>([\s\S]*?)<\/table>/g)].map(([, inner = '']) => {
    const cells = (row: string) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => textOf(cell).trim());
    const [columns = [], ...rows] = [...inner.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => cells(row));
    const caption = textOf(/<caption>([\s\S]*?)<\/caption>/.exec(inner)?.[1] ?? '');
    return { caption, columns, rows, hasBodies: inner.includes('scope="rowgroup"') };
  });
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
