import type { Page } from 'playwright-core';
import { EARLIER } from '../../server/earlier/texts/index.ts';
import type { Language } from '../../server/engine/text.ts';
import { normaliseCode } from '../../server/invitations/code.ts';
import { TEXTS } from '../../server/responses/texts/index.ts';

/** Opens a page in a state of it. */
export type Open = (page: Page, language: Language) => Promise<unknown>;
export type PageStates = Readonly<Record<string, Open>>;

/** Numbers of the people, by where they stand. */
export const PEOPLE = { started: 0, new: 1, sent: 2, empty: 3, kept: 4, withdrawn: 5 } as const;

const CODES = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map((last) => `K7QF2M9TXR4C${last}`);
/** A code as they are made, that nobody has; and one with a typing error. */
export const NOBODYS = CODES.find((code) => normaliseCode(code).kind === 'code') ?? '';
const MISTYPED = CODES.find((code) => code !== NOBODYS) ?? '';

type Service = {
  baseUrl: string;
  link: (person: number) => string;
  /** Links of a round with a core and jobs one by one. */
  core: (person: number) => string;
  /** Addresses of receipts of feedback. */
  feedback: { waiting: string; answered: string };
};
const NEXT = 'button[name="nav"][value="next"]:not(.first)';
const MAIN = 'main button.btn';
const PARTS = [1, 2, 3, 4, 5, 6, 7];

/** Parts with a question that can be answered in a way that cannot be taken. Pairs and scales cannot. */
const FAULTY_PARTS = [1, 2, 3, 6, 7];
/** Answers every such question in such a way: all boxes, a year without its month, too long a text, no number. */
const SPOIL = `(() => {
  const fields = [...document.querySelectorAll('#answers [name]')].filter(({ name }) => !name.startsWith('_'));
  for (const field of fields) {
    if (field.type === 'checkbox') field.checked = true;
    else if (field.name.endsWith('.year')) field.selectedIndex = 1;
    else if (field.name.endsWith('.month')) field.value = '';
    else if (field.tagName === 'TEXTAREA') field.value = 'many words '.repeat(1000);
    else if (field.type === 'text' && !field.name.endsWith('._search')) field.value = '3,4 k';
  }
})()`;

/** Every page of a graduate, in every state of it, by when the states can be seen. */
export function graduatePages(service: Service) {
  const own =
    (person: number, place: string): Open =>
    (at, language) =>
      at.goto(`${service.link(person)}${place}${place.includes('?') ? '&' : '?'}lang=${language}`);
  const open =
    (path: string): Open =>
    (at, language) =>
      at.goto(`${service.baseUrl}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  const { started, new: fresh, sent: done, empty, kept, withdrawn } = PEOPLE;
  const usual: PageStates = {
    ...strangersPages(service, open),
    landing: own(fresh, ''),
    'decline, empty': own(done, '/decline'),
    'decline, filled': filled(own(done, '/decline'), {}, '#decline-delete'),
    'decline, error': sent(own(fresh, '/decline'), {}, MAIN),
    resume: own(started, ''),
    'part 1, empty': own(fresh, '/part/1'),
    ...eachPart(PARTS.slice(1), 'empty', (part) => own(empty, `/part/${part}`)),
    ...eachPart(PARTS, 'filled', (part) => own(done, `/part/${part}`)),
    ...eachPart(FAULTY_PARTS, 'error', (part) => spoilt(own(started, `/part/${part}`))),
    ...eachPart(PARTS.slice(1), 'soft notice', (part) => sent(own(empty, `/part/${part}`), {}, NEXT)),
    'part 3, search without a hit': searched(own(empty, '/part/3'), 'qqq'),
    'part 3, search with hits': searched(own(empty, '/part/3'), 'an'),
    'part 7, unlikely number': sent(own(started, '/part/7'), { '[name="pay"]': '49999' }, NEXT),
    'review, not sent': own(started, '/review'),
    'review, hardly anything': own(empty, '/review'),
    paused: own(started, '/paused'),
    receipt: own(done, '/receipt'),
    'earlier graduates, nothing published': own(done, '/earlier'),
    'changes, none told': open('/changes/X0101/671201'),
    'review, sent': own(done, '/review'),
    privacy: own(done, '/privacy'),
    help: own(done, '/help'),
    'accessibility, own institution': own(done, '/accessibility'),
    data: own(done, '/data'),
    'data, copy': asPage(own(done, '/data.html')),
    contact: own(done, '/contact'),
    'contact, filled': filled(own(done, '/contact'), { '#email': 'new@example.org', '#phone': '+358401234567' }),
    'contact, error': sent(own(done, '/contact'), { '#email': 'none', '#phone': '1' }, MAIN),
    'contact, saved': own(done, '/contact?saved=1'),
    withdraw: own(done, '/withdraw'),
    'withdrawn code': own(withdrawn, ''),
    ...coreAndJobs(service),
  };
  return {
    usual,
    published: { 'earlier graduates': own(done, '/earlier'), 'changes, told': open('/changes/X0101/671201') },
    refused: { refused: own(fresh, ''), 'nothing to withdraw': own(fresh, '/withdraw') },
    withdrawn: { withdrawn: own(done, '/decline'), 'data, no answers': own(done, '/data') },
    notOpen: { 'not open': own(started, '') },
    late: {
      'closed, draft': own(started, ''),
      'closed, silent': own(empty, ''),
      'closed, sent': own(kept, ''),
    },
    over: { 'round over': own(started, '') },
    limited: {
      'too many codes': open(`/v/${NOBODYS}`),
      'feedback, too much': sent(open('/accessibility/feedback'), FEEDBACK, MAIN),
    },
  } satisfies Readonly<Record<string, PageStates>>;
}

/** A survey with a core, after which people may send, and with jobs that are asked one by one. */
function coreAndJobs({ core }: Service): PageStates {
  const at =
    (person: number, place: string): Open =>
    (page, language) =>
      page.goto(`${core(person)}${place}?lang=${language}`);
  return {
    'landing, with a core': at(PEOPLE.kept, ''),
    'core done': at(PEOPLE.empty, '/core'),
    'job, empty': at(PEOPLE.empty, '/part/7'),
    'job, soft notice': sent(at(PEOPLE.empty, '/part/7'), {}, NEXT),
  };
}

const FEEDBACK = { '#message': 'The page is too wide.', '#place': 'Part 3', '#email': 'me@example.org' };

function strangersPages(service: Service, open: (path: string) => Open): PageStates {
  return {
    'code entry': open('/'),
    'code entry, filled': filled(open('/'), { '#code': NOBODYS }),
    'code entry, error': sent(open('/'), { '#code': '' }, 'main button'),
    'code entry, typing error': sent(open('/'), { '#code': MISTYPED }, 'main button'),
    'unknown code': open(`/v/${NOBODYS}`),
    'unknown code, not well formed': open(`/v/${MISTYPED}`),
    'privacy, public': open('/privacy'),
    'help, public': open('/help'),
    accessibility: open('/accessibility'),
    'feedback, empty': open('/accessibility/feedback?to=X0101'),
    'feedback, filled': filled(open('/accessibility/feedback'), FEEDBACK),
    'feedback, error': sent(open('/accessibility/feedback'), { '#place': 'a'.repeat(201), '#email': 'me' }, MAIN),
    'feedback, receipt': open(service.feedback.waiting),
    'feedback, answered': open(service.feedback.answered),
    'feedback, no such receipt': open('/accessibility/feedback/nobodys'),
    genuine: open('/genuine'),
    'genuine, filled': filled(open('/genuine'), { '#receipt': 'A line of a receipt' }),
    'genuine, receipt checked': sent(open('/genuine'), { '#receipt': 'a b c d' }, 'main button'),
    'genuine, institution': open('/genuine/X0101'),
    'genuine, institution without a notice': open('/genuine/X0102'),
    'no such page': open('/nothing'),
  };
}

/** Presses a button and waits for the page that comes of it. */
async function press(at: Page, button: string): Promise<void> {
  const come = at.waitForEvent('load');
  await at.locator(button).first().click();
  await come;
}

/** Opens, fills what is given, chooses what is named. */
function filled(opened: Open, fields: Readonly<Record<string, string>>, choice?: string): Open {
  return async (at, language) => {
    await opened(at, language);
    for (const [selector, text] of Object.entries(fields)) await at.locator(selector).fill(text);
    if (choice !== undefined) await at.locator(choice).check({ force: true });
  };
}

/** The same, and presses the form's button. */
function sent(opened: Open, fields: Readonly<Record<string, string>>, button: string): Open {
  return async (at, language) => {
    await filled(opened, fields)(at, language);
    await press(at, button);
  };
}

function spoilt(opened: Open): Open {
  return async (at, language) => {
    await opened(at, language);
    await at.evaluate(SPOIL);
    await press(at, NEXT);
  };
}

/** A file that the browser would save, opened as a page. */
function asPage(opened: Open): Open {
  return async (at, language) => {
    await at.route('**/data.html*', async (route) => {
      const response = await route.fetch();
      const { 'content-disposition': _saved, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await opened(at, language);
    await at.unrouteAll();
  };
}

function searched(opened: Open, text: string): Open {
  return async (at, language) => {
    await opened(at, language);
    await at.locator('[name$="._search"]').fill(text);
    await press(at, 'button[name="search"]');
  };
}

function eachPart(parts: readonly number[], state: string, opened: (part: number) => Open): PageStates {
  return Object.fromEntries(parts.map((part) => [`part ${part}, ${state}`, opened(part)]));
}

/** The status that shows that a page is in the state its name says; 200 where nothing else is named. */
export function statusOf(state: string): number {
  if (/, (typing )?error$/.test(state)) return 422;
  return STATUS[state] ?? 200;
}
const STATUS: Readonly<Record<string, number>> = {
  'unknown code': 404,
  'unknown code, not well formed': 404,
  'no such page': 404,
  'feedback, no such receipt': 404,
  'feedback, too much': 429,
  'withdrawn code': 410,
  'closed, draft': 410,
  'closed, silent': 410,
  'round over': 410,
  'too many codes': 429,
};

/** The heading that does, for states that the status does not tell from others. */
export const HEADINGS: Readonly<Record<string, (language: Language) => string>> = {
  landing: (language) => TEXTS[language].landing.title,
  resume: (language) => TEXTS[language].resume.title,
  'earlier graduates': (language) => EARLIER[language].title,
  'review, sent': (language) => TEXTS[language].review.sentTitle,
  receipt: (language) => TEXTS[language].receipt.title,
  refused: (language) => TEXTS[language].decline.doneTitle,
  'core done': (language) => TEXTS[language].core.title,
  'not open': (language) => TEXTS[language].notOpen.title,
  'closed, draft': (language) => TEXTS[language].closed.title,
  'closed, sent': (language) => TEXTS[language].closed.submittedTitle,
};
