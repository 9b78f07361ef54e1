import type { Deps } from '../deps.ts';
import { drawQuestionOrder } from '../engine/question-order.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import type { Language } from '../engine/text.ts';
import { decidePageSave, pageCodeOf, pageIndexOf, type PageDecision, type PageOutcome } from './decide-page-save.ts';
import { decideIntake, decideState, type StoredResponse } from './decide-state.ts';
import { findInvitation, type FindDeps, type Finding, type Invitation } from './find-invitation.ts';
import { backgroundOf, roundDay } from './invitation-background.ts';
import { languageOf } from './invitation-language.ts';
import { LANGUAGE_FIELD, languageIn } from './page-form.ts';
import { savePageAnswers } from './record-store.ts';

export type SaveOutcome =
  | Exclude<Finding, { kind: 'invited' }>
  /** The round takes no pages from this person now. */
  | { kind: 'not-taken'; invitation: Invitation }
  | { kind: 'not-asked'; invitation: Invitation; firstPage: number | null }
  /** Saved after closing, within the tolerance. */
  | { kind: 'saved-late'; invitation: Invitation }
  /** Saved, and the person goes on to another page. `invitation` is as it was before. */
  | { kind: 'left'; invitation: Invitation; outcome: Leaving }
  /** Saved, and the page stays; `invitation` holds the answers as they are now stored, `form` the page as it was read. */
  | {
      kind: 'stays';
      invitation: Invitation;
      language: Language;
      pageIndex: number;
      form: RawForm;
      outcome: Exclude<PageOutcome, Leaving>;
    };
type Leaving = Extract<PageOutcome, { kind: 'go' | 'kept' }>;

type SaveDeps = FindDeps & Pick<Deps, 'randomBytes'>;

/** Saves one posted part. The answer of the server stands only after the commit. */
export async function savePage(
  deps: SaveDeps,
  command: { typed: string; part: string; form: RawForm },
): Promise<SaveOutcome> {
  const finding = await findInvitation(deps, command.typed);
  if (finding.kind !== 'invited') return finding;
  const { invitation } = finding;
  const { survey, person, response, round } = invitation;
  const intake = decideIntake({ round, refusedOn: person.refused_on }, invitation.now);
  if (intake === 'no') return { kind: 'not-taken', invitation };
  const pageIndex = pageIndexOf(survey, command.part);
  const background = backgroundOf(invitation);
  const facts = { survey, background, response, day: roundDay(round), form: command.form };
  const decision = decidePageSave({ ...facts, pageIndex: pageIndex ?? -1 });
  if (decision.kind === 'not-asked' || pageIndex === null) {
    return { kind: 'not-asked', invitation, firstPage: decision.kind === 'not-asked' ? decision.firstPage : null };
  }
  const language = chosenLanguage(invitation, decision, command.form);
  const { outcome } = decision;
  const written = await savePageAnswers(deps.db, {
    handle: invitation.handle,
    roundId: round.id,
    language,
    set: decision.set,
    cleared: decision.cleared,
    donePage: decision.done ? pageCodeOf(survey, pageIndex) : null,
    late: intake === 'late',
    background,
    questionOrder: response?.question_order ?? drawQuestionOrder(survey, inPortions(deps.randomBytes)),
    shown: intake === 'late' || !isLeaving(outcome),
  });
  if (!written) return { kind: 'round-over' };
  const saved = asStored(invitation, written.record);
  if (intake === 'late') return { kind: 'saved-late', invitation: saved };
  if (isLeaving(outcome)) return { kind: 'left', invitation, outcome };
  return { kind: 'stays', invitation: saved, language, pageIndex, form: decision.form, outcome };
}

type Randomness = (size: number) => Uint8Array;

const PORTION = 4096;
const portioned = new WeakMap<Randomness, Randomness>();

/** The same source of randomness, asked once for the many small draws of several people. */
function inPortions(source: Randomness): Randomness {
  const known = portioned.get(source);
  if (known) return known;
  let left = new Uint8Array();
  const draw: Randomness = (size) => {
    if (left.length < size) left = new Uint8Array(source(Math.max(size, PORTION)));
    const drawn = left.subarray(0, size);
    left = left.subarray(size);
    return drawn;
  };
  portioned.set(source, draw);
  return draw;
}

/** Whoever goes on to another page is shown nothing of the record now. */
function isLeaving(outcome: PageOutcome): outcome is Leaving {
  return outcome.kind === 'go' || outcome.kind === 'kept';
}

function asStored(invitation: Invitation, record: StoredResponse | null): Invitation {
  if (!record) return invitation;
  const { round, person, now } = invitation;
  const state = decideState({ round, refusedOn: person.refused_on, response: record }, now);
  return { ...invitation, response: record, state };
}

function chosenLanguage(
  invitation: Invitation,
  { press }: Extract<PageDecision, { kind: 'save' }>,
  form: RawForm,
): Language {
  if (press.kind === 'language') return press.language;
  return languageOf(invitation, languageIn(form, LANGUAGE_FIELD));
}
