import { flagsOf, type Flag } from './flag.ts';

/** A word that begins with a capital, or is written in capitals. */
const CAPITALISED = /(?<![\p{L}\p{N}@./])\p{Lu}[\p{L}\p{M}’'-]*\p{L}|(?<![\p{L}\p{N}@./])\p{Lu}(?=\.\s*\p{Lu})/gu;
/** What stands before the first word of a sentence or a list. */
const BEGINS_SENTENCE = /(?:^|[.!?:;…\n]|(?:^|\n)\s*[-–*•\d.)]+)\s*["”“(]*$/u;
const NO_NAME = /^(?:I|I['’]\p{Ll}+|AMK|YAMK|YH|IT|ICT|CV|OK|PDF|TES|HR|UX|UI|3D|ECTS|OP|PS|TKI|EU|KTM|DI|PhD|MBA)$/u;
/** Endings of Finnish cases and of the Swedish and English genitive, longest first. */
const ENDINGS =
  /(?:(?:i?lla|i?llä|i?lta|i?ltä|i?lle|i?ssa|i?ssä|i?sta|i?stä|i?ksi|i?tta|i?ttä|nsa|nsä|seen|hin|een|iin|aan|ään|oon|ta|tä|na|nä|['’]?s|n|a|ä)$)/u;
const ORGANISATION_FORMS =
  /\p{Lu}[\p{L}\d&.'’-]*(?:[ ]\p{Lu}[\p{L}\d&.'’-]*){0,3}[ ](?:Oyj|Oy|Abp|Ab|AB|Ltd|Inc|GmbH|ASA|Tmi|Ky|ry|rf|r\.y\.)(?![\p{L}\p{N}])/gu;
const ORGANISATION_WORDS =
  /(?<!\p{L})[\p{L}-]*(?:sairaala|hyvinvointialue|terveyskesku|virasto|seurakun|sjukhus|välfärdsområde|församling|hospital)\p{Ll}*/giu;

/**
 * Names of people, employers and other names. Finnish and Swedish write nothing but names with a
 * capital inside a sentence, so every such word is marked; at the beginning of a sentence the list of
 * names decides, with endings of cases taken off.
 */
export function findNames(body: string, names: ReadonlySet<string>): Flag[] {
  const flags: Flag[] = [
    ...flagsOf('organisation', body, ORGANISATION_FORMS),
    ...flagsOf('organisation', body, ORGANISATION_WORDS),
  ];
  for (const match of body.matchAll(CAPITALISED)) {
    const [word] = match;
    if (NO_NAME.test(word)) continue;
    const span = [match.index, match.index + word.length] as const;
    if (isPersonName(word, names)) flags.push({ kind: 'person', span });
    else if (!BEGINS_SENTENCE.test(body.slice(Math.max(0, match.index - 20), match.index)))
      flags.push({ kind: 'name', span });
    else if (/^\p{Lu}{2,6}$/u.test(word)) flags.push({ kind: 'name', span });
  }
  return flags;
}

/** Whether a word is a name of the list, as it stands, without the ending of its case, or part by part. */
function isPersonName(word: string, names: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase();
  return lower.split(/[-’']/).some((part) => part.length > 2 && formsOf(part).some((form) => names.has(form)));
}

/** 'virtasen' → 'virtanen', 'matilla' → 'mati', 'matti': the word, and what it may be a case of. */
function formsOf(word: string): string[] {
  const stem = word.replace(ENDINGS, '');
  const forms = [word];
  if (stem.length > 2 && stem !== word) forms.push(stem, stem.replace(/(?<=[\p{L}])([kpt])(?=[aeiouyäö]$)/u, '$1$1'));
  if (/[sn]e$/u.test(stem)) forms.push(stem.replace(/se$/u, 'nen'));
  return forms;
}
