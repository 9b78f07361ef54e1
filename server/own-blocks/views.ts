import { defineView } from '../http/render.ts';
import type { PartView } from '../responses/part-view-model.ts';
import type { EditorView } from './editor-view-model.ts';
import type { FindingsView } from './findings-view-model.ts';
import type { OverviewView } from './overview-view-model.ts';
import type { OwnFrame } from './own-frame.ts';
import type { PublishView } from './publish-view-model.ts';
import type { QuestionFormView, TextGroup } from './question-form-view-model.ts';

type Link = { href: string; label: string };

export type OverviewPage = OwnFrame & { overview: OverviewView; open: string };
/** `status`: what was done. `undo`: code of a question that was just removed. `refused`: why nothing was done. */
export type EditorPage = OwnFrame & {
  editor: EditorView;
  status: string | null;
  undo: string | null;
  refused: string | null;
};
export type NewQuestionPage = OwnFrame & {
  action: string;
  back: Link;
  kinds: readonly { value: string; label: string; help: string }[];
  problem: string | null;
};
/** A text that someone else saved meanwhile. */
export type Theirs = { label: string; text: string };
type FormPage = OwnFrame & {
  heading: string;
  status: string | null;
  revision: string;
  back: Link;
  theirs: readonly Theirs[];
};
export type QuestionPage = FormPage & { question: QuestionFormView; code: string; note: string | null };
export type IntroPage = FormPage & { intro: TextGroup; findings: FindingsView };
export type TakePage = OwnFrame & {
  action: string;
  back: Link;
  groups: readonly {
    id: string;
    owner: string;
    questions: readonly { code: string; text: string; kind: string; options: readonly string[] }[];
  }[];
};
export type PreviewPage = OwnFrame & {
  back: Link;
  frames: readonly { lang: string; href: string; title: string; alone: string }[];
};
/** `framed`: it stands in a frame of ours, beside other pages, so it has no header of its own. */
export type PreviewPartPage = OwnFrame & { part: PartView | null; framed: boolean };
export type PublishPage = OwnFrame & { publish: PublishView; problem: string | null };

export const overviewView = defineView<OverviewPage>('own-blocks/views/overview');
export const editorView = defineView<EditorPage>('own-blocks/views/editor');
export const newQuestionView = defineView<NewQuestionPage>('own-blocks/views/new-question');
export const questionView = defineView<QuestionPage>('own-blocks/views/question');
export const introView = defineView<IntroPage>('own-blocks/views/intro');
export const takeView = defineView<TakePage>('own-blocks/views/take');
export const previewView = defineView<PreviewPage>('own-blocks/views/preview');
export const previewPartView = defineView<PreviewPartPage>('own-blocks/views/preview-part');
export const publishView = defineView<PublishPage>('own-blocks/views/publish');
