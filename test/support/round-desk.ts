import type { LightMyRequestResponse } from 'fastify';
import { aStaffMember, type StaffMember } from './staff.ts';
import { openTestApp, type TestApp } from './test-app.ts';

/** The service with those who run rounds: of the nation, and of one institution. */
export type RoundDesk = {
  server: TestApp;
  nation: StaffMember;
  /** Of X0101. */
  institution: StaffMember;
  /** A draft as the form makes it; its id. */
  aDraft: (id: string, more?: Readonly<Record<string, string>>) => Promise<string>;
};

export async function openRoundDesk(): Promise<RoundDesk> {
  const server = await openTestApp();
  const nation = await aStaffMember(server, { role: 'network_coordinator' });
  const institution = await aStaffMember(server, { role: 'institution_coordinator', institution: 'X0101' });
  const aDraft = async (id: string, more: Readonly<Record<string, string>> = {}) => {
    const answer = await nation.post('/rounds?lang=en&from=survey:amk-career', { ...newRound(id), ...more });
    if (answer.statusCode !== 303) throw new Error(`no draft: ${answer.statusCode} ${answer.body}`);
    return id;
  };
  return { server, nation, institution, aDraft };
}

/** The form of a round that opens on Wednesday 3 February 2027. */
export function newRound(id: string): Record<string, string> {
  return {
    id,
    version: 'amk-career.v2',
    cohort: '2021',
    ...moment('opens', '3.2.2027', '09:00'),
    ...moment('closes', '15.3.2027', '23:59'),
    tolerance: '24',
  };
}

/** The fields of a date: 'closes', '15.3.2027', '23:59'. */
export function moment(name: string, day: string, time: string, fold = ''): Record<string, string> {
  const [date = '', month = '', year = ''] = day.split('.');
  return {
    [`${name}-day`]: date,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
    [`${name}-time`]: time,
    [`${name}-fold`]: fold,
  };
}

/** The value of a hidden field of a page. */
export function hiddenField(answer: LightMyRequestResponse, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(answer.body)?.[1] ?? '';
}
