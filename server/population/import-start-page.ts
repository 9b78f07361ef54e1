import type { StaffFrame } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { registerNames } from './asked-round.ts';
import { FIELDS, isRequired } from './fields.ts';
import { listUploads } from './import-flow.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import type { FileProblem } from './receive-file.ts';
import { importTexts, dayIn, type ImportTexts } from './texts/index.ts';

type Column = { name: string; label: string };
type StartModel = StaffFrame & {
  w: ImportTexts;
  links: { back: string; template: string };
  action: string;
  refused: string | null;
  ownOnly: string | null;
  columns: { needed: readonly Column[]; others: readonly Column[] };
  earlier: readonly { href: string; name: string; day: string; state: string }[];
  done: string | null;
};
const startView = defineView<StartModel>('population/views/import-start');

/** Page 1: a file to choose, and what must be in it. */
export async function importStartPage(
  deps: Pick<Deps, 'ownerDb'>,
  visit: Visit,
  { problem = null, done = '' }: { problem?: FileProblem | null; done?: string } = {},
): Promise<PageAnswer> {
  const { language, round, places } = visit;
  const w = importTexts(language);
  const message = problem && w.upload.problems[problem];
  const errors = message === null ? [] : [{ id: 'file', message }];
  const institutionName = registerNames(round.survey, language).institution;
  const columns = FIELDS.map((name) => ({ name, label: w.columns.fields[name], needed: isRequired(name) }));
  const uploads = await listUploads(deps, { roundId: round.id, places });
  return page(
    startView,
    {
      ...peopleFrame(visit, w.title, { errors }),
      w,
      links: { back: peoplePath(visit), template: peoplePath(visit, '/import/template.csv') },
      action: peoplePath(visit, '/import'),
      refused: message,
      ownOnly: places === null ? null : w.upload.ownOnly(places.map(institutionName).join(', ')),
      columns: { needed: columns.filter(({ needed }) => needed), others: columns.filter(({ needed }) => !needed) },
      earlier: uploads.map(({ id, file_name, started_on, state }) => ({
        href: peoplePath(visit, `/import/${id}`),
        name: file_name,
        day: dayIn(language, started_on),
        state: w.states[state],
      })),
      done: done === 'cancelled' ? w.done.cancelled : null,
    },
    problem === null ? 200 : 422,
  );
}
