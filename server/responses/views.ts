import type { Frame } from '../http/frame.ts';
import type { Language } from '../engine/text.ts';
import { defineView } from '../http/render.ts';
import type { PartView } from './part-view-model.ts';
import type { ReviewView } from './review-view-model.ts';
import type { ReadingPage } from './texts/reading-page.ts';
import type { Texts } from './texts/index.ts';

type Link = { href: string; label: string };

/** The form in which a code is typed. */
export type EntryForm = { t: Texts['entry']; language: Language; value: string; error: string | null };
/** A line that shows that answers were received. */
export type Proof = { t: Pick<Texts['receipt'], 'proofTitle' | 'proof'>; line: string };
/** A form that is one button. */
export type Button = { action: string; label: string; name: string; value: string; main: boolean };

export type EntryPage = Frame & { entry: EntryForm; heading: string; lead: string; links: readonly Link[] };
export type LandingPage = Frame & {
  t: Texts['landing'];
  lines: readonly string[];
  start: string;
  data: readonly string[];
  links: { privacy: string; degree: string; genuine: string; decline: string };
};
export type ResumePage = Frame & { t: Texts['resume']; saved: string; main: Link; first: Link; closes: string };
export type PartPage = Frame & { part: PartView };
export type CorePage = Frame & {
  t: Texts['core'];
  /** Titles of the parts to come. */
  left: readonly string[];
  change: string;
  go: Link;
  send: Button;
  look: Link;
};
export type ReviewPage = Frame & {
  t: Texts['review'];
  heading: string;
  lines: readonly string[];
  review: ReviewView;
  send: Button | null;
  done: Link | null;
  partHref: string;
};
export type ReceiptPage = Frame & {
  t: Texts['receipt'];
  lines: readonly string[];
  edit: string;
  links: readonly Link[];
  results: Link | null;
  proof: Proof;
};
export type DeclinePage = Frame & { t: Texts['decline']; action: string; error: string | null; back: Link };
/** One short message: what happened, what to do, whom to ask. */
export type MessagePage = Frame & {
  heading: string;
  lines: readonly string[];
  buttons: readonly Button[];
  main: Link | null;
  links: readonly Link[];
  entry: EntryForm | null;
  proof: Proof | null;
};
/** The form in which a receipt is checked. `outcome`: what the check says. */
export type ReceiptCheck = { t: Texts['receipt']; language: Language; value: string; outcome: string | null };
export type ReadPage = Frame & { content: ReadingPage; check: ReceiptCheck | null; links: readonly Link[]; back: Link };

export const entryView = defineView<EntryPage>('responses/views/entry');
export const landingView = defineView<LandingPage>('responses/views/landing');
export const resumeView = defineView<ResumePage>('responses/views/resume');
export const partView = defineView<PartPage>('responses/views/part');
export const coreView = defineView<CorePage>('responses/views/core');
export const reviewView = defineView<ReviewPage>('responses/views/review');
export const receiptView = defineView<ReceiptPage>('responses/views/receipt');
export const declineView = defineView<DeclinePage>('responses/views/decline');
export const messageView = defineView<MessagePage>('responses/views/message');
export const readView = defineView<ReadPage>('responses/views/read');
