import { flagsOf, type Flag } from './flag.ts';

const MONTHS = 'tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu';
const DATES = [
  /(?<!\d)\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d{2})?(?!\d)/gu,
  /(?<!\d)\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)/gu,
  /(?<!\d)(?:19|20)\d{2}(?:-\d{2}-\d{2}|[-–](?:19|20)?\d{2})?(?!\d)/gu,
  new RegExp(`(?<!\\p{L})(?:\\d{1,2}\\.\\s?)?(?:${MONTHS})kuu\\p{Ll}*`, 'giu'),
  /(?<!\p{L})(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\p{L})/giu,
  /(?<!\p{L})(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?(?:January|February|March|April|May|June|July|August|October)(?!\p{L})/gu,
];

const PEOPLE_FI =
  'mies|mie[hs]\\p{Ll}*|nai\\p{Ll}+|poika|tyttö|ihmi\\p{Ll}+|henkilö\\p{Ll}*|opiskelij\\p{Ll}+|ulkomaala\\p{Ll}+|maahanmuutta\\p{Ll}+|ruotsinkieli\\p{Ll}+';
const PEOPLE_SV =
  'man(?:nen)?|kvinna[n]?|kille[n]?|tjej(?:en)?|person(?:en)?|studerande|student(?:en)?|utlänning(?:en)?|invandrare';
const PEOPLE_EN = 'man|woman|male|female|guy|girl|person|one|student|foreigner|immigrant|mother|father';
/** Who says so of himself or herself may be known by it. */
const ONLY_ONE = [
  new RegExp(`(?<!\\p{L})(?:ainoa\\p{Ll}*|ainut|ensimmäi\\p{Ll}+)\\s+(?:\\p{Ll}+\\s+)?(?:${PEOPLE_FI})`, 'giu'),
  /(?<!\p{L})(?:ainoana|ainoina|yksin\s+koko|ainoaksi)(?!\p{L})/giu,
  new RegExp(`(?<!\\p{L})(?:enda|första|ensam)\\s+(?:\\p{Ll}+\\s+)?(?:${PEOPLE_SV})(?!\\p{L})`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:only|first|sole)\\s+(?:\\p{Ll}+\\s+)?(?:${PEOPLE_EN})(?!\\p{L})`, 'giu'),
];

/** Dates, months and years, and phrases such as "the only man in". */
export function findPhrases(body: string): Flag[] {
  return [
    ...DATES.flatMap((pattern) => flagsOf('date', body, pattern)),
    ...ONLY_ONE.flatMap((pattern) => flagsOf('only_one', body, pattern)),
  ];
}
