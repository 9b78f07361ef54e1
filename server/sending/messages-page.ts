import { LANGUAGES } from '../engine/text.ts';
import { page } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { findPlan } from '../messages/save-plan.ts';
import { isTested } from '../messages/tested.ts';
import { kindName } from './plan-words.ts';
import { sendingFrame, unavailablePage, type SendingFrame } from './sending-frame.ts';
import { linkTo, type SendingPage } from './visit.ts';

type MessageRow = {
  name: string;
  channels: string;
  tested: string;
  words: readonly { language: string; state: string; href: string; label: string }[];
};
const messagesView = defineView<SendingFrame & { heading: string; rows: readonly MessageRow[] }>(
  'sending/views/messages',
);
const HERE = { side: 'messages', path: '/messages' } as const;

/** The texts of a plan, by message and language, each with its state. */
export const messagesPage: SendingPage = async (deps, visit) => {
  const { roundId, t } = visit;
  const found = await findPlan(deps, visit);
  if (found.kind !== 'plan') return unavailablePage(visit, found, HERE);
  const { plan, findings, round } = found;
  const rows: MessageRow[] = [];
  const used = plan.steps.map(({ template }) => template).filter((template) => template in plan.templates);
  for (const template of new Set([...used, ...Object.keys(plan.templates)])) {
    const channels = [...new Set(plan.steps.filter((one) => one.template === template).map((one) => one.channel))];
    const tested = await isTested(deps.ownerDb, { roundId, plan, template });
    rows.push({
      name: kindName(t, template),
      channels: channels.length > 0 ? channels.map((one) => t.channels[one]).join(', ') : t.messages.unused,
      tested: tested ? t.messages.isTested : t.messages.isNotTested,
      words: LANGUAGES.map((language) => {
        const faults = findings.filter(({ place }) => `${place}.`.startsWith(`templates.${template}.${language}.`));
        return {
          language: t.languages[language],
          state: faults.length > 0 ? t.messages.faults(String(faults.length)) : t.messages.ready,
          href: linkTo(visit, `/messages/${template}/${language}`),
          label: `${kindName(t, template)}, ${t.languages[language]}`,
        };
      }),
    });
  }
  const frame = sendingFrame(visit, t.messages.title, { ...HERE, invented: round.invented });
  return page(messagesView, { ...frame, heading: t.messages.title, rows });
};
