import type { RawForm } from '../engine/question-types/question-type.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import { numberIn } from '../responses/page-form.ts';
import { publishBlock } from './publish-block.ts';
import { publishPage } from './publish-page.ts';
import { goTo, type OwnDeps, type OwnVisit } from './visit.ts';

/** Publishes, or shows the page again with the reason why not. */
export async function postPublish(deps: OwnDeps, visit: OwnVisit): Promise<PageAnswer> {
  const { place, form } = visit;
  const command = { revision: numberIn(form, 'revision'), rounds: textsIn(form, 'round') };
  const outcome = await publishBlock(deps, place, command);
  switch (outcome.kind) {
    case 'published':
      return goTo(visit, '', { done: outcome.notAsked.length > 0 ? 'partly' : 'published' });
    case 'no_draft':
      return goTo(visit, '');
    case 'blocked':
      return publishPage(deps, visit, 'refused');
    case 'stale':
    case 'unchanged':
      return publishPage(deps, visit, outcome.kind);
    default:
      return outcome satisfies never;
  }
}

function textsIn(form: RawForm, name: string): string[] {
  const posted: unknown = Object.hasOwn(form, name) ? form[name] : [];
  return [posted].flat().filter((one) => typeof one === 'string');
}
