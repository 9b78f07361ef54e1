import { deliveryPage, postAgain, problemList } from './delivery-pages.ts';
import { editPlanPage, postPlan } from './edit-plan-page.ts';
import { messagesPage } from './messages-page.ts';
import { handBackPost, takeUpPost } from './hand-back-posts.ts';
import { planPage } from './plan-page.ts';
import { confirmPage, dryRunPage, postConfirm } from './run-pages.ts';
import { simulationList, simulationPage, type Download } from './simulation-page.ts';
import { stepPage } from './step-page.ts';
import { cancelStepPost, continuePost, pausePost, resolvePost, saveOffered, testStep } from './step-posts.ts';
import { postTemplate, templatePage } from './template-page.ts';
import type { SendingDeps, SendingPage, SendingVisit } from './visit.ts';

export type Downloads = Readonly<Record<string, (deps: SendingDeps, visit: SendingVisit) => Promise<Download | null>>>;
const STEP = '/plan/steps/:step';
const TEXT = '/messages/:template/:words';

/** Pages below the address of a round. */
export const SENDING_PAGES: Readonly<Record<string, SendingPage>> = {
  '/messages': messagesPage,
  [TEXT]: templatePage,
  '/plan': planPage,
  '/plan/edit': editPlanPage,
  '/plan/simulation': simulationPage,
  [STEP]: stepPage,
  [`${STEP}/dry-run`]: dryRunPage,
  [`${STEP}/confirm`]: confirmPage,
  '/delivery': deliveryPage,
};

/** What their forms do. */
export const SENDING_POSTS: Readonly<Record<string, SendingPage>> = {
  [TEXT]: postTemplate,
  '/plan/edit': postPlan,
  '/plan/hand-back': handBackPost,
  '/plan/take-up': takeUpPost,
  [`${STEP}/save`]: saveOffered,
  [`${STEP}/test`]: testStep,
  [`${STEP}/confirm`]: postConfirm,
  [`${STEP}/cancel`]: cancelStepPost,
  [`${STEP}/pause`]: pausePost,
  [`${STEP}/continue`]: continuePost,
  [`${STEP}/resolve`]: resolvePost,
  '/delivery/again': postAgain,
};

/** Lists that are taken as files: each is written down. */
export const SENDING_DOWNLOADS: Downloads = {
  '/plan/simulation/list': simulationList,
  '/delivery/list': problemList,
};
