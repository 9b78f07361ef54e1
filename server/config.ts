import { z } from 'zod';

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  URAS_DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  URAS_MASTER_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  URAS_BASE_URL: z.url().optional(),
  URAS_CODE_LISTS_DIR: z.string().optional(),
  URAS_REPORTS_DIR: z.string().optional(),
  URAS_OIDC_ISSUER: z.url().optional(),
  URAS_OIDC_CLIENT_ID: z.string().optional(),
  URAS_OIDC_CLIENT_SECRET: z.string().optional(),
  URAS_OIDC_NAME: z.string().default('OpenID Connect'),
  URAS_OIDC_SUBJECT_CLAIM: z.string().default('sub'),
  URAS_SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(240).default(30),
  URAS_SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  NODE_ENV: z.string().optional(),
  URAS_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be smtp://HOST:PORT or smtps://USER:PASSWORD@HOST:PORT' })
    .optional(),
  URAS_MAIL_FROM: z.string().default(''),
  URAS_MAIL_REPLY_TO: z.email().optional(),
  URAS_BOUNCE_ADDRESS: z.email().optional(),
  URAS_BOUNCE_TOKEN: z.string().min(24, 'must have 24 characters at least').optional(),
  URAS_DKIM_KEY_FILE: z.string().optional(),
  URAS_DKIM_DOMAIN: z.string().optional(),
  URAS_DKIM_SELECTOR: z.string().optional(),
  URAS_SMS_FILE: z.string().optional(),
  URAS_SMS_URL: z.url().optional(),
  URAS_SMS_TOKEN: z.string().optional(),
  URAS_LETTER_DIR: z.string().optional(),
  URAS_SEND_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(150),
  URAS_SEND_ANYTIME: z.stringbool().default(false),
  URAS_SEND_AT_ONCE: z.coerce.number().int().min(1).max(50).default(4),
  URAS_SEND_LEASE_SECONDS: z.coerce.number().int().min(1).max(3600).default(300),
  URAS_SEND_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).default(60),
  URAS_SEND_RETRY_SECONDS: z.coerce.number().int().min(0).max(3600).default(300),
});

/** How messages leave. A channel without its setting sends nothing. */
export type SendingConfig = Readonly<{
  smtp: {
    url: string;
    /** 'Name <address>' or an address. */
    from: string;
    replyTo: string | null;
    /** Where undeliverable messages come back, to a sub-address each; null = to the sender. */
    bounceAddress: string | null;
    dkim: { keyFile: string; domain: string; selector: string } | null;
  } | null;
  sms: { kind: 'file'; file: string } | { kind: 'http'; url: string; token: string | null } | null;
  letterDir: string | null;
  /** With which a mail server posts what came back; null = it cannot. */
  bounceToken: string | null;
  /** Messages to one receiving domain in a minute. */
  perMinute: number;
  /** Also at night and on Sundays, to invented people alone: for trials. */
  anytime: boolean;
  /** Messages that one process sends at the same time. */
  atOnce: number;
  leaseSeconds: number;
  timeoutSeconds: number;
  /** Wait before the second try; each further wait is twice as long. */
  retrySeconds: number;
}>;

export type OidcConfig = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** On the button of the sign-in page. */
  name: string;
  /** The claim that names a person for good. */
  subjectClaim: string;
}>;

export type Config = Readonly<{
  port: number;
  host: string;
  dataDir: string;
  /** null = the embedded database in `dataDir`. */
  databaseUrl: string | null;
  /** 32 bytes; null = the key file in `dataDir`, made at first start. */
  masterKey: Buffer | null;
  /** Without a trailing slash; null = http://HOST:PORT. */
  baseUrl: string | null;
  /** Imported code lists; without it they lie with the classifications of the program. */
  codeListsDir?: string | undefined;
  /** Reports of single institutions; without it there are the common ones alone. */
  reportsDir?: string | undefined;
  sending?: SendingConfig | undefined;
  /** A staff session ends after so long without a request, and after so long in any case. */
  sessionIdleMinutes: number;
  sessionHours: number;
  /** Signing in through an organisation; null = with accounts of the service alone. */
  oidc: OidcConfig | null;
}>;

/** Reads and checks the environment once. Throws one message that names every wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const cleaned = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(cleaned);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment has settings that cannot be used:\n${problems.join('\n')}`);
  }
  const values = parsed.data;
  const oidc = [values.URAS_OIDC_ISSUER, values.URAS_OIDC_CLIENT_ID, values.URAS_OIDC_CLIENT_SECRET] as const;
  const [issuer, clientId, clientSecret] = oidc;
  const isWhole = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
  if (!isWhole && oidc.some((value) => value !== undefined))
    throw new Error(
      'URAS_OIDC_ISSUER, URAS_OIDC_CLIENT_ID and URAS_OIDC_CLIENT_SECRET belong together: set all or none.',
    );
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.URAS_DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    masterKey: values.URAS_MASTER_KEY ? Buffer.from(values.URAS_MASTER_KEY, 'base64') : null,
    baseUrl: values.URAS_BASE_URL?.replace(/\/+$/, '') ?? null,
    codeListsDir: values.URAS_CODE_LISTS_DIR,
    reportsDir: values.URAS_REPORTS_DIR,
    sending: sendingOf(values),
    sessionIdleMinutes: values.URAS_SESSION_IDLE_MINUTES,
    sessionHours: values.URAS_SESSION_HOURS,
    oidc: isWhole
      ? { issuer, clientId, clientSecret, name: values.URAS_OIDC_NAME, subjectClaim: values.URAS_OIDC_SUBJECT_CLAIM }
      : null,
  };
}

function sendingOf(values: z.output<typeof environmentSchema>): SendingConfig {
  const { URAS_DKIM_KEY_FILE: keyFile, URAS_DKIM_DOMAIN: domain, URAS_DKIM_SELECTOR: selector } = values;
  if (keyFile && (!domain || !selector)) {
    throw new Error('URAS_DKIM_KEY_FILE needs URAS_DKIM_DOMAIN and URAS_DKIM_SELECTOR beside it.');
  }
  if (values.URAS_SMTP_URL && !values.URAS_MAIL_FROM.includes('@')) {
    throw new Error('URAS_SMTP_URL needs URAS_MAIL_FROM, the sender: Name <address@example.org>.');
  }
  const smtp = values.URAS_SMTP_URL && {
    url: values.URAS_SMTP_URL,
    from: values.URAS_MAIL_FROM,
    replyTo: values.URAS_MAIL_REPLY_TO ?? null,
    bounceAddress: values.URAS_BOUNCE_ADDRESS ?? null,
    dkim: keyFile && domain && selector ? { keyFile, domain, selector } : null,
  };
  return {
    smtp: smtp || null,
    sms: smsOf(values),
    letterDir: values.URAS_LETTER_DIR ?? null,
    bounceToken: values.URAS_BOUNCE_TOKEN ?? null,
    perMinute: values.URAS_SEND_PER_MINUTE,
    anytime: values.URAS_SEND_ANYTIME,
    atOnce: values.URAS_SEND_AT_ONCE,
    leaseSeconds: values.URAS_SEND_LEASE_SECONDS,
    timeoutSeconds: values.URAS_SEND_TIMEOUT_SECONDS,
    retrySeconds: values.URAS_SEND_RETRY_SECONDS,
  };
}

function smsOf(values: z.output<typeof environmentSchema>): SendingConfig['sms'] {
  if (values.URAS_SMS_URL) return { kind: 'http', url: values.URAS_SMS_URL, token: values.URAS_SMS_TOKEN ?? null };
  return values.URAS_SMS_FILE ? { kind: 'file', file: values.URAS_SMS_FILE } : null;
}
