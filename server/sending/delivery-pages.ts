import { asSpreadsheetText, csvLine } from '../csv/csv-text.ts';
import { page } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { CAUSES, PROBLEM_COLUMNS, type DeliveryCause } from '../messages/delivery-store.ts';
import { readProblemList, sendAgain, showDelivery, type AgainDeed } from '../messages/delivery.ts';
import { numberWords } from './format.ts';
import { sendingFrame, unavailablePage, type SendingFrame } from './sending-frame.ts';
import type { Download } from './simulation-page.ts';
import { goTo, linkTo, wordIn, type SendingDeps, type SendingPage, type SendingVisit } from './visit.ts';

type Group = {
  id: DeliveryCause;
  title: string;
  what: string;
  domains: readonly string[];
  /** What can be done: take the list, send again, or nothing. */
  list: boolean;
  again: { deed: AgainDeed; label: string } | null;
};
type DeliveryModel = SendingFrame & {
  heading: string;
  groups: readonly Group[];
  links: { list: string; again: string; import: string };
  seesPeople: boolean;
};
const deliveryView = defineView<DeliveryModel>('sending/views/delivery');
const HERE = { side: 'delivery', path: '/delivery' } as const;
const LISTED: readonly DeliveryCause[] = ['gone', 'full', 'no_address'];

/** Whom messages do not reach, by cause, each with its one action. */
export const deliveryPage: SendingPage = async (deps, visit) => {
  const view = await showDelivery(deps, visit);
  if (view.kind !== 'delivery') return unavailablePage(visit, view, HERE);
  const { t, language } = visit;
  const count = (value: number) => numberWords(value, language);
  const groups = CAUSES.flatMap((cause): Group[] => {
    const rows = view.causes.filter((one) => one.cause === cause);
    const people = rows.reduce((sum, one) => sum + one.people, 0);
    if (people === 0) return [];
    const words = t.delivery.causes[cause];
    return [
      {
        id: cause,
        title: `${words.title} (${count(people)})`,
        what: words.what(count(people)),
        domains: rows.filter(({ domain }) => domain !== '').map((one) => `${one.domain}: ${count(one.people)}`),
        list: LISTED.includes(cause),
        again: againOf(visit, cause),
      },
    ];
  });
  const again = wordIn(visit.query, 'again', 9);
  const status = /^\d+$/.test(again) ? t.delivery.again(count(Number(again))) : null;
  return page(deliveryView, {
    ...sendingFrame(visit, t.delivery.title, { ...HERE, status }),
    heading: t.delivery.title,
    groups,
    links: {
      list: linkTo(visit, '/delivery/list'),
      again: linkTo(visit, '/delivery/again'),
      import: linkTo(visit, '/population/import'),
    },
    seesPeople: visit.seesPeople,
  });
};

function againOf({ t }: SendingVisit, cause: DeliveryCause): Group['again'] {
  if (cause === 'corrected') return { deed: 'corrected', label: t.delivery.resendCorrected };
  return cause === 'other' ? { deed: 'failed', label: t.delivery.resendFailed } : null;
}

/** Puts messages into the queue again. */
export const postAgain: SendingPage = async (deps, visit) => {
  const deed = wordIn(visit.form, 'deed') === 'corrected' ? 'corrected' : 'failed';
  const { roundId, sender, by } = visit;
  const outcome = await sendAgain(deps, { roundId, sender, by, deed });
  if (outcome.kind !== 'again') return unavailablePage(visit, outcome, HERE);
  return goTo(visit, '/delivery', { again: String(outcome.messages) });
};

/** The people of one cause as a file to mend and import again: the columns that the import reads. */
export async function problemList(deps: SendingDeps, visit: SendingVisit): Promise<Download | null> {
  const cause = LISTED.find((one) => one === wordIn(visit.form, 'cause'));
  if (!visit.seesPeople || !cause) return null;
  const { roundId, sender, by } = visit;
  const outcome = await readProblemList(deps, { roundId, sender, by, cause });
  if (outcome.kind !== 'list') return null;
  const rows = outcome.rows.map((row) => PROBLEM_COLUMNS.map((column) => plain(column, String(row[column] ?? ''))));
  const text = [PROBLEM_COLUMNS, ...rows].map((row) => csvLine(row)).join('');
  return { name: `delivery-${roundId}-${cause}.csv`, text };
}

/** A phone number begins with a plus, which no spreadsheet runs when digits follow: it stays as the import reads it. */
function plain(column: string, value: string): string {
  return column === 'phone' && /^\+\d+$/.test(value) ? value : asSpreadsheetText(value);
}
