import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import { insertAuditEvent } from '../audit/store.ts';
import type { Deps } from '../deps.ts';
import {
  confirmSecret,
  replaceRecoveryCodes,
  selectSecondFactor,
  takeCounter,
  takeRecoveryCode,
  upsertPendingSecret,
} from './credential-store.ts';
import { seal, tokenHash, unseal } from './secrets.ts';
import { todayOf } from './sessions.ts';

const PURPOSE = 'second-factor';
const PERIOD = 30;
const RECOVERY_CODES = 10;
/** Letters of recovery codes: none looks like another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

type FactorDeps = Pick<Deps, 'db' | 'keys' | 'now' | 'randomBytes'>;
type Owner = { id: string; email: string };

/** Makes a new secret, which waits for its first code. */
export async function beginSecondFactor(deps: FactorDeps, personId: string): Promise<void> {
  const pending = seal(deps.keys, PURPOSE, { plain: deps.randomBytes(20), owner: personId });
  await upsertPendingSecret(deps.db, personId, pending);
}

/** What an authenticator app needs: the key as text, as a link and as a picture. Null where none waits. */
export async function pendingFactor(
  deps: FactorDeps,
  owner: Owner,
): Promise<{ key: string; uri: string; svg: string } | null> {
  const row = await selectSecondFactor(deps.db, owner.id);
  if (!row?.pending) return null;
  const totp = totpOf(unseal(deps.keys, PURPOSE, { sealed: row.pending, owner: owner.id }), owner.email);
  const uri = totp.toString();
  const key = totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 ');
  return { key, uri, svg: renderSVG(uri, { border: 3 }) };
}

/** Confirms the waiting secret by its first code: new recovery codes, or null where the code is wrong. */
export async function confirmSecondFactor(deps: FactorDeps, owner: Owner, code: string): Promise<string[] | null> {
  const row = await selectSecondFactor(deps.db, owner.id);
  const pending = row?.pending;
  if (!pending) return null;
  const counter = counterOf(deps, unseal(deps.keys, PURPOSE, { sealed: pending, owner: owner.id }), code);
  if (counter === null) return null;
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(deps.randomBytes(10)));
  const on = todayOf(deps);
  return deps.db.transaction().execute(async (trx) => {
    if (!(await confirmSecret(trx, { personId: owner.id, pending, counter, on }))) return null;
    await replaceRecoveryCodes(
      trx,
      owner.id,
      codes.map((one) => tokenHash(plainCode(one))),
    );
    const event = { on_date: on, kind: 'staff_second_factor_set', round_id: null, detail: { person: owner.id } };
    await insertAuditEvent(trx, event);
    return codes;
  });
}

/** Whether a code opens: the app's, each time step once, or a recovery code, once. */
export async function takeCode(deps: FactorDeps, personId: string, typed: string): Promise<boolean> {
  const row = await selectSecondFactor(deps.db, personId);
  if (!row?.secret) return false;
  const counter = counterOf(deps, unseal(deps.keys, PURPOSE, { sealed: row.secret, owner: personId }), typed);
  if (counter !== null) return takeCounter(deps.db, personId, counter);
  return takeRecoveryCode(deps.db, personId, tokenHash(plainCode(typed)), todayOf(deps));
}

/** The time step of a code that fits now, or one step beside; null where none does. */
function counterOf({ now }: Pick<Deps, 'now'>, secret: Buffer, typed: string): number | null {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now().getTime();
  const delta = totpOf(secret, '').validate({ token, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}

function totpOf(secret: Buffer, label: string): TOTP {
  const bytes = new Uint8Array(secret);
  return new TOTP({
    issuer: 'Uraseuranta',
    label: label === '' ? 'Uraseuranta' : label,
    secret: new Secret({ buffer: bytes.buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
  });
}

function recoveryCode(bytes: Buffer): string {
  const letters = [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
