import type { CodeList, ListedCode } from '../code-list.ts';
import type { Finding } from '../finding.ts';
import { LANGUAGES } from '../text.ts';

/**
 * Everything wrong with the days, earlier names and successors of a list's codes. A code that ended without a
 * successor is right: things close down.
 *
 * @example checkCodesInTime('lists.regions', list)[0].rule // 'unknown_successor'
 */
export function checkCodesInTime(place: string, list: CodeList): Finding[] {
  const entries = new Map(list.codes.map((entry) => [entry.code, entry]));
  return list.codes.flatMap((entry, index) => {
    const at = `${place}.codes[${index}]`;
    return [
      ...checkDays(at, entry),
      ...checkEarlierLabels(at, entry, list.asOf),
      ...checkSuccessors(at, entry, entries),
      ...checkBorrowed(at, entry),
    ];
  });
}

function checkDays(at: string, { code, validFrom, validTo }: ListedCode): Finding[] {
  if (validFrom === undefined || validTo === undefined || validFrom <= validTo) return [];
  const message = `The code "${code}" would end on ${validTo}, before its first day ${validFrom}. Correct one of the two days.`;
  return [{ place: `${at}.validTo`, rule: 'validity_reversed', message }];
}

function checkEarlierLabels(at: string, { code, label, earlierLabels = [] }: ListedCode, asOf?: string): Finding[] {
  return earlierLabels.flatMap((earlier, index) => {
    const { until } = earlier;
    const place = `${at}.earlierLabels[${index}]`;
    const before = earlierLabels[index - 1];
    const next = earlierLabels[index + 1]?.label ?? label;
    const findings: Finding[] = [];
    if (before && before.until >= until) {
      const message = `The earlier names of "${code}" are not in order: one ends on ${before.until}, the next on ${until}. Order them by their last day, each day once.`;
      findings.push({ place: `${place}.until`, rule: 'earlier_labels_order', message });
    }
    if (asOf !== undefined && until >= asOf) {
      const message = `An earlier name of "${code}" ends on ${until}, but the list is that of ${asOf}. A name of before ends before the day of the list: correct the day.`;
      findings.push({ place: `${place}.until`, rule: 'earlier_label_ahead', message });
    }
    if (LANGUAGES.every((language) => earlier.label[language] === next[language])) {
      const message = `The earlier name of "${code}" until ${until} is the same as the next one. Take it away, or correct it.`;
      findings.push({ place: `${place}.label`, rule: 'earlier_label_same', message });
    }
    return findings;
  });
}

function checkSuccessors(at: string, entry: ListedCode, entries: ReadonlyMap<string, ListedCode>): Finding[] {
  const { code, replacedBy = [] } = entry;
  const findings = replacedBy.flatMap((successor, index) => {
    const place = `${at}.replacedBy[${index}]`;
    const found = entries.get(successor);
    if (!found) {
      const message = `"${code}" is replaced by "${successor}", which the list does not have. Add the code, or correct it.`;
      return [{ place, rule: 'unknown_successor', message }];
    }
    if (replacedBy.indexOf(successor) < index) {
      const message = `"${code}" is replaced by "${successor}" twice. Name each successor once.`;
      return [{ place, rule: 'repeated_successor', message }];
    }
    return checkSuccessor(place, entry, found);
  });
  if (!leadsBack(entry, entries)) return findings;
  const message = `"${code}" comes to be replaced by itself, over ${replacedBy.join(', ')}. A code never comes back under its own name: correct the successors.`;
  return [...findings, { place: `${at}.replacedBy`, rule: 'successor_cycle', message }];
}

function checkSuccessor(place: string, entry: ListedCode, successor: ListedCode): Finding[] {
  if (entry.invented !== successor.invented) {
    const message = `"${entry.code}" and its successor "${successor.code}" are not of one kind: what is invented never becomes real, nor the other way. Correct the successor.`;
    return [{ place, rule: 'successor_mixed', message }];
  }
  const { validTo } = entry;
  if (validTo === undefined || successor.validTo === undefined || successor.validTo > validTo) return [];
  const message = `"${entry.code}" ends on ${validTo} and is replaced by "${successor.code}", which ends on ${successor.validTo}. Correct a day, or name the code that came after.`;
  return [{ place, rule: 'successor_ended', message }];
}

function leadsBack({ code, replacedBy = [] }: ListedCode, entries: ReadonlyMap<string, ListedCode>): boolean {
  const seen = new Set<string>();
  const open = [...replacedBy];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === code) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(entries.get(next)?.replacedBy ?? []));
  }
  return false;
}

function checkBorrowed(at: string, { code, label, borrowed = [] }: ListedCode): Finding[] {
  return borrowed.flatMap((language, index) => {
    if (LANGUAGES.some((other) => !borrowed.includes(other) && label[other] === label[language])) return [];
    const message = `The label of "${code}" in "${language}" is marked as that of another language, but is its own. Take the mark away, or correct the label.`;
    return [{ place: `${at}.borrowed[${index}]`, rule: 'borrowed_label', message }];
  });
}
