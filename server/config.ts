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
});

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
    sessionIdleMinutes: values.URAS_SESSION_IDLE_MINUTES,
    sessionHours: values.URAS_SESSION_HOURS,
    oidc: isWhole
      ? { issuer, clientId, clientSecret, name: values.URAS_OIDC_NAME, subjectClaim: values.URAS_OIDC_SUBJECT_CLAIM }
      : null,
  };
}
