import type { Refused } from '../accounts/staff-frame.ts';
import { selectNames } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { publicFrame, type Frame } from '../http/frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { selectApprovals } from './approval-store.ts';
import {
  refusalsOf,
  toApprovalView,
  type ApprovalView,
  type Approver,
  type Attempt,
  type DraftApprovals,
} from './approval-view-model.ts';
import { selectOptionalDraft } from './draft-store.ts';
import { toPreviewView, type PreviewView } from './preview-view-model.ts';
import { showPreview } from './show-builds.ts';
import { releaseTexts, type ReleaseTexts } from './texts/index.ts';

type PreviewPage = Frame & {
  t: ReleaseTexts;
  errors: readonly Refused[];
  done: string | null;
  preview: PreviewView;
  approval: ApprovalView | null;
  action: string;
};
const previewView = defineView<PreviewPage>('releases/views/preview');

type Asked = {
  round: string;
  language: Language;
  approver: Approver;
  /** What was done just now, as the address says: 'approved', 'back'. */
  done?: string;
  /** What was refused just now. */
  attempt?: Attempt;
};

/** A draft in plain words, and its approval by two people. */
export async function previewPage({ db }: Pick<Deps, 'db'>, asked: Asked): Promise<PageAnswer> {
  const { round, language, approver, attempt = null } = asked;
  const t = releaseTexts(language);
  const preview = toPreviewView(round, await showPreview({ db }, round), language);
  const draft = await draftApprovals(db, round);
  const approval = draft && toApprovalView(draft, approver, { language, attempt });
  const errors = refusalsOf(approval, attempt, language);
  const title = errors.length > 0 ? `${t.errorPrefix}: ${preview.title}` : preview.title;
  const done = Object.entries(t.approval.done).find(([name]) => name === asked.done)?.[1] ?? null;
  const frame = { ...publicFrame({ language, title }), brand: t.service, styles: ['answer.css', 'staff.css'] };
  const action = `/releases/${encodeURIComponent(round)}/approval?lang=${language}`;
  return page(previewView, { ...frame, t, errors, done, preview, approval, action }, attempt ? 422 : 200);
}

async function draftApprovals(db: Deps['db'], roundId: string): Promise<DraftApprovals | null> {
  const draft = await selectOptionalDraft(db, roundId);
  if (!draft) return null;
  const approvals = await selectApprovals(db, draft);
  const names = approvals.length > 0 ? await selectNames(db) : new Map<string, string>();
  return {
    hash: draft.parts_hash,
    edition: draft.edition,
    approvals: approvals.map((one) => ({ ...one, name: names.get(one.person) ?? null })),
  };
}
