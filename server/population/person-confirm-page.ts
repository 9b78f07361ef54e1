import type { StaffFrame } from '../accounts/staff-frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import type { SeenPerson } from './find-people.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { peopleTexts, type PeopleTexts } from './texts/index.ts';

type ConfirmModel = StaffFrame & {
  w: PeopleTexts;
  heading: string;
  hint: string;
  action: string;
  submit: string;
  back: string;
};
const confirmView = defineView<ConfirmModel>('population/views/person-confirm');

/** A page of its own that asks once more. */
export function personConfirmPage(visit: Visit, { row }: SeenPerson, what: 'remove' | 'replace'): PageAnswer {
  const texts = peopleTexts(visit.language);
  const w = texts.person;
  const [heading, hint, submit] =
    what === 'remove'
      ? [w.removeTitle(row.person_key), w.removeHint, w.removeConfirm]
      : [w.replaceTitle(row.person_key), w.replaceHint, w.replaceConfirm];
  return page(confirmView, {
    ...peopleFrame(visit, heading),
    w: texts,
    heading,
    hint,
    submit,
    action: peoplePath(visit, `/${row.page}/${what}`),
    back: peoplePath(visit, `/${row.page}`),
  });
}
