/** Records of a CSV text with a header row; `,` or `;`, quotes doubled inside quotes. */
export function readCsv(text: string): Record<string, string>[] {
  const rows = splitRows(text.startsWith('\u{feff}') ? text.slice(1) : text);
  const [header, ...body] = rows;
  if (!header) return [];
  return body.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

function splitRows(text: string): string[][] {
  const separator = /^[^\n"]*;/.test(text) && !/^[^\n";]*,/.test(text) ? ';' : ',';
  return text.includes('"') ? quotedRows(text, separator) : plainRows(text, separator);
}

function plainRows(text: string, separator: string): string[][] {
  return text
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    .filter((line) => line !== '')
    .map((line) => line.split(separator));
}

function quotedRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  const token = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'y');
  let row: string[] = [];
  while (token.lastIndex < text.length) {
    const found = token.exec(text);
    if (!found) throw new Error(`row ${rows.length + 1} of a CSV file cannot be read`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === separator) continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
