import { LANGUAGES, type Language } from '../engine/text.ts';
import type { Refused } from '../accounts/staff-frame.ts';
import { formatsOf } from '../results/format-figures.ts';
import { APPROVERS, type ApprovalRefusal } from './decide-approval.ts';
import type { Reason } from './publish-draft.ts';
import { releaseTexts } from './texts/index.ts';

/** A draft and who has approved it, as it was found. */
export type DraftApprovals = {
  hash: string;
  edition: number;
  approvals: readonly { person: string; name: string | null; on_date: string; reason: Reason }[];
};

/** Where two people approve: who has, and what the reader of the page can do. */
export type ApprovalView = {
  /** Who has approved, and when. */
  by: readonly string[];
  /** What is next. */
  next: string;
  isUnderWay: boolean;
  /** null: there is nothing to approve for whoever reads. */
  form: {
    hash: string;
    /** What readers of a later edition are told: to be written, or as the first approver wrote it. */
    fields: readonly { id: string; language: Language; label: string; value: string; refused: string | null }[];
    words: readonly { language: Language; text: string }[];
  } | null;
  mayTakeBack: boolean;
};

/** Who looks at the page. */
export type Approver = { person: string | null; may: boolean };
export type Attempt = { reason: Reason; refusal: ApprovalRefusal['kind'] };

/** What stands on the page about approving a draft. `attempt`: what was tried and refused just now. */
export function toApprovalView(
  { hash, edition, approvals }: DraftApprovals,
  { person, may }: Approver,
  { language, attempt }: { language: Language; attempt: Attempt | null },
): ApprovalView {
  const { approval: t } = releaseTexts(language);
  const mine = approvals.some((one) => one.person === person);
  const isUnderWay = approvals.length >= APPROVERS;
  const [first] = approvals;
  const canApprove = may && person !== null && !mine && !isUnderWay;
  const needsReason = edition > 1;
  return {
    by: approvals.map(({ name, on_date }) => t.by(name ?? t.someone, formatsOf(language).day(on_date))),
    next: nextWords({ isUnderWay, mine, may, isSignedIn: person !== null, count: approvals.length }, language),
    isUnderWay,
    form: canApprove
      ? {
          hash,
          fields: needsReason && !first ? LANGUAGES.map((one) => fieldOf(one, language, attempt)) : [],
          words: needsReason && first ? LANGUAGES.map((one) => ({ language: one, text: first.reason[one] ?? '' })) : [],
        }
      : null,
    mayTakeBack: mine && !isUnderWay,
  };
}

function fieldOf(of: Language, language: Language, attempt: Attempt | null) {
  const { approval: t } = releaseTexts(language);
  const value = attempt?.reason[of] ?? '';
  const refused = attempt?.refusal === 'needs_reason' && value.trim() === '' ? t.noReason : null;
  return { id: `reason-${of}`, language: of, label: t.reasonIn[of], value, refused };
}

type State = { isUnderWay: boolean; mine: boolean; may: boolean; isSignedIn: boolean; count: number };

function nextWords({ isUnderWay, mine, may, isSignedIn, count }: State, language: Language): string {
  const { approval: t } = releaseTexts(language);
  if (isUnderWay) return t.underWay;
  if (mine) return t.waiting;
  if (!may) return count === 0 ? t.nobody : t.waiting;
  if (!isSignedIn) return t.signIn;
  return count === 0 ? t.nobody : t.yours;
}

/** Where each refusal is mended, for the summary on top of the page. */
export function refusalsOf(view: ApprovalView | null, attempt: Attempt | null, language: Language): Refused[] {
  if (!attempt) return [];
  const { approval: t } = releaseTexts(language);
  const empty = view?.form?.fields.filter(({ refused }) => refused !== null) ?? [];
  if (empty.length > 0) return empty.map(({ id, label }) => ({ id, message: `${label}: ${t.noReason}` }));
  return attempt.refusal === 'needs_reason'
    ? []
    : [{ id: view ? 'approval' : 'main', message: t.refused[attempt.refusal] }];
}
