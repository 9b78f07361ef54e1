import type { Language } from '../engine/text.ts';
import type { Finding, FindingKind } from './finding.ts';
import { FINDINGS } from './texts/findings.ts';

/** A finding in words: what is wrong and how to mend it. */
export function findingText(finding: Finding, language: Language): string {
  const write = FINDINGS[language][finding.kind] as (facts: FindingKind) => string; // the catalogue has one writer a kind
  return write(finding);
}
