import type { Survey } from '../engine/survey.ts';
import { LANGUAGES } from '../engine/text.ts';
import { flagsOf, type Flag } from './flag.ts';

/** Names that the product knows, as patterns. */
export type KnownNames = readonly RegExp[];

const AT_ONCE = 200;

/**
 * Institutions, degrees and places: every list that a survey's background or questions name (regions and
 * countries among them), in all languages. A name counts with any ending of up to six letters.
 */
export function knownNames(survey: Survey): KnownNames {
  const named = [
    ...survey.definition.background.flatMap((one) => (one.kind === 'codelist' ? [one.list] : [])),
    ...[...survey.questions.values()].flatMap((question) => (question.kind === 'codelist' ? [question.list] : [])),
  ];
  const labels = [...new Set(named)].flatMap((name) =>
    (survey.lists.get(name)?.codes ?? []).flatMap(({ label }) => LANGUAGES.map((language) => label[language])),
  );
  const stems = [...new Set(labels.map(stemOf))].filter((stem) => stem.length >= 4).map(escape);
  const parts = Array.from({ length: Math.ceil(stems.length / AT_ONCE) }, (_, at) =>
    stems.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  return parts.map(
    (some) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${some.join('|')})\\p{Ll}{0,6}(?![\\p{L}\\p{N}])`, 'giu'),
  );
}

/** Where a text has one of them. */
export function findKnownNames(body: string, names: KnownNames): Flag[] {
  return names.flatMap((pattern) => flagsOf('known', body, pattern));
}

/** A name without what its cases change: 'Pirkanmaa' → 'Pirkanma'. What stands in brackets is no part of it. */
function stemOf(label: string): string {
  const name = label.replace(/\s*\([^)]*\)/g, '').trim();
  return name.length > 6 ? name.slice(0, -1) : name;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
