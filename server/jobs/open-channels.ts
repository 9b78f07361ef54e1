import type { Deps } from '../deps.ts';
import type { Channels } from './channel.ts';
import { letterLine } from './letter-line.ts';
import { mailComposer } from './mail-message.ts';
import { smsFileLine, smsHttpLine } from './sms-lines.ts';
import { smtpLine } from './smtp-line.ts';

/** Signs addresses to which undeliverable messages come back. */
export function bounceKey(deps: Pick<Deps, 'keys'>): Buffer {
  return deps.keys.deriveKey('bounce-addresses');
}

/** The channels that the configuration has; a channel without settings is not here. */
export function openChannels(deps: Pick<Deps, 'config' | 'keys' | 'now'>): Channels {
  const sending = deps.config.sending;
  if (!sending) return {};
  const { smtp, sms, letterDir, timeoutSeconds } = sending;
  const compose = smtp && mailComposer(smtp, bounceKey(deps));
  return {
    ...(smtp && compose && { mail: () => smtpLine({ url: smtp.url, timeoutSeconds }, compose, deps.now) }),
    ...(sms?.kind === 'file' && { sms: () => smsFileLine(sms.file) }),
    ...(sms?.kind === 'http' && { sms: () => smsHttpLine({ ...sms, timeoutSeconds }) }),
    ...(letterDir !== null && { letter: () => letterLine(letterDir) }),
  };
}
