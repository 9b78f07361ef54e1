/** A page or a file as the crawler reads it. `body` is empty where it is no text. */
export type Page = {
  address: string;
  status: number;
  type: string;
  language: string;
  body: string;
  bytes: Uint8Array;
};

/** Addresses that a page links to, resolved, without their anchors. */
export function linksOf({ address, body }: Pick<Page, 'address' | 'body'>): string[] {
  return [...body.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href = '']) => {
    const target = new URL(unescaped(href), address);
    target.hash = '';
    return target.href;
  });
}

/** The texts of all cells of all tables of a page, heads aside. */
export function cellsOf({ body }: Page): string[] {
  return [...body.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, inside = '']) => textIn(inside));
}

/** A page of a report itself: '/reports/KEY/RELEASE/INSTITUTION/DEGREE', where other words stand for no release. */
export function isReport({ address }: Page): boolean {
  const parts = new URL(address).pathname.split('/');
  return parts.length === 6 && !['actions', 'trends'].includes(parts[3] ?? '');
}

/**
 * The numbers of a text in a language's way of writing them.
 * Example: '1 480 (4,1–4,6)' in Finnish → [1480, 4.1, 4.6].
 */
export function numbersIn(text: string, language: string): number[] {
  const pattern =
    language === 'en'
      ? /[+\u2212-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+\u2212-]?\d+(?:\.\d+)?/g
      : /[+\u2212-]?\d{1,3}(?:[\u00a0\u202f]\d{3})+(?:,\d+)?|[+\u2212-]?\d+(?:,\d+)?/g;
  return [...text.matchAll(pattern)].map(([found]) => {
    const plain = found.replaceAll('\u2212', '-').replaceAll(/[\u00a0\u202f]/g, '');
    return Number(language === 'en' ? plain.replaceAll(',', '') : plain.replace(',', '.'));
  });
}

/** The words of a piece of HTML. */
export function textIn(html: string): string {
  return unescaped(html.replaceAll(/<[^>]*>/g, ' ')).trim();
}

function unescaped(text: string): string {
  return text
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
