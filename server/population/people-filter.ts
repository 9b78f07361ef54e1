import type { RawForm } from '../engine/question-types/question-type.ts';
import { LANGUAGES } from '../engine/text.ts';
import type { PersonState } from './texts/people-en.ts';

export const CHANNELS = ['mail', 'no_mail', 'no_phone', 'none', 'protected'] as const;
const STATES = [
  'not_sent',
  'sent',
  'returned',
  'started',
  'answered',
  'refused',
] as const satisfies readonly PersonState[];

/** What a page of people is asked for; '' = everybody. */
export type AskedFilter = {
  degree: string;
  language: string;
  channel: (typeof CHANNELS)[number] | '';
  state: PersonState | '';
  page: number;
};

/** Reads it from an address. How far somebody is with answering is no filter where it is not shown. */
export function readFilter(query: RawForm, showsStatus: boolean): AskedFilter {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  const state = STATES.find((one) => one === text('state')) ?? '';
  const isShown = showsStatus || (state !== 'started' && state !== 'answered');
  const page = /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1;
  return {
    degree: /^[\w-]{1,20}$/.test(text('degree')) ? text('degree') : '',
    language: LANGUAGES.find((one) => one === text('written')) ?? '',
    channel: CHANNELS.find((one) => one === text('channel')) ?? '',
    state: isShown ? state : '',
    page,
  };
}
