/** An error keeps a definition from being published. Advice is a hint from word lists, for a person to weigh. */
export type Severity = 'error' | 'advice';

/**
 * One thing wrong with a definition. `place` is the path in the file ('pages[2].questions[4].text.sv'),
 * `rule` a stable name for tests, `message` says in English what is wrong and how to mend it. Without a `severity` it is an error.
 */
export type Finding = { place: string; rule: string; message: string; severity?: Severity };

/** How grave a finding is. Example: severityOf({ place, rule, message }) → 'error'. */
export function severityOf(finding: Finding): Severity {
  return finding.severity ?? 'error';
}

/** The same findings as advice, which fails nothing. */
export function asAdvice(findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, severity: 'advice' }));
}

/**
 * A path as it is written in code. Numbers become indexes, names that are no identifiers are quoted.
 *
 * @example placeOf(['pages', 2, 'text', 'sv']) // 'pages[2].text.sv'
 */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    const name = String(part);
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${place}[${JSON.stringify(name)}]`;
    return place === '' ? name : `${place}.${name}`;
  }, '');
}

/**
 * The same findings, seen from further out. A place that begins with an index is joined without a dot.
 *
 * @example within('pages[0]', [{ place: 'text.sv', rule, message }]) // place 'pages[0].text.sv'
 */
export function within(place: string, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, place: joined(place, finding.place) }));
}

function joined(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner;
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}
