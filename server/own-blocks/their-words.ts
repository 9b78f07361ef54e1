import { LANGUAGES, type Language, type Text } from '../engine/text.ts';
import { isSameText, type TypedQuestion } from './draft.ts';
import type { SurveyParts } from './survey-parts.ts';
import { ownTexts } from './texts/index.ts';
import type { Theirs } from './views.ts';

/** What another editor saved, where it differs from what was typed: nothing of theirs is lost either. */
export function theirWords(
  theirs: TypedQuestion,
  mine: TypedQuestion,
  { language, parts }: { language: Language; parts: SurveyParts },
): Theirs[] {
  const t = ownTexts(language);
  const plain = (label: string, one: string, other: string) => (one === other ? [] : [{ label, text: one || '–' }]);
  const scale = (code: string) => {
    const options = parts.scales.find((one) => one.code === code)?.options ?? [];
    return options.length > 0 ? `${options.at(0)?.label[language]} – ${options.at(-1)?.label[language]}` : code;
  };
  const yes = (offered: boolean) => (offered ? '✓' : '–');
  return [
    ...plain(t.form.kind, t.kinds[theirs.kind], t.kinds[mine.kind]),
    ...textWords(t.form.text, theirs.text, mine.text, language),
    ...textWords(t.form.hint, theirs.hint, mine.hint, language),
    ...optionWords(theirs, mine, language),
    ...plain(t.form.most, theirs.most, mine.most),
    ...plain(t.form.scale, scale(theirs.scale), scale(mine.scale)),
    ...plain(t.form.cannotSay('…'), yes(theirs.cannotSay), yes(mine.cannotSay)),
    ...plain(t.form.maxLength, theirs.maxLength, mine.maxLength),
  ];
}

/** The same of one text. */
export function textWords(label: string, theirs: Text, mine: Text, language: Language): Theirs[] {
  return LANGUAGES.filter((one) => theirs[one] !== mine[one]).map((one) => ({
    label: `${label}, ${ownTexts(language).languages[one]}`,
    text: theirs[one] || '–',
  }));
}

function optionWords(theirs: TypedQuestion, mine: TypedQuestion, language: Language): Theirs[] {
  const isSame =
    theirs.options.length === mine.options.length &&
    theirs.options.every((option, index) => {
      const other = mine.options[index];
      return other && isSameText(option.label, other.label) && option.exclusive === other.exclusive;
    });
  if (isSame) return [];
  const { form } = ownTexts(language);
  if (theirs.options.length === 0) return [{ label: form.options, text: '–' }];
  return theirs.options.map(({ label, exclusive }, index) => ({
    label: exclusive ? form.noneOf : form.option(index + 1),
    text: LANGUAGES.map((one) => label[one] || '–').join(' · '),
  }));
}
