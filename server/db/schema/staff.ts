/** Schema `staff`: those who run surveys and read reports. Nothing here is about a graduate. */
export type StaffPersonTable = {
  id: string;
  /** In small letters. */
  email: string;
  name: string;
  language: string;
  created_on: string;
  /** Nobody who is disabled can sign in; what they did keeps its name. */
  disabled_on: string | null;
};

export type StaffPasswordTable = {
  person_id: string;
  /** Argon2id, in its usual text form with its parameters. */
  hash: string;
  changed_on: string;
};

/** A secret of one-time codes, sealed by a key outside the database. */
export type SecondFactorTable = {
  person_id: string;
  secret: Buffer | null;
  /** A new secret that waits for its first code. */
  pending: Buffer | null;
  confirmed_on: string | null;
  /** The time step of the newest code used: none is taken twice. */
  last_counter: number | null;
};

export type RecoveryCodeTable = {
  person_id: string;
  hash: Buffer;
  used_on: string | null;
};

/** A person as an OpenID Connect provider knows them. */
export type IdentityTable = {
  issuer: string;
  subject: string;
  person_id: string;
  linked_on: string;
};

/** A role for a time. '' = all institutions, or all degrees of the institution. */
export type RoleGrantTable = {
  id: string;
  person_id: string;
  role: string;
  institution: string;
  degree: string;
  /** First and last day, in Finland; null = until revoked. */
  from_on: string;
  until_on: string | null;
  given_on: string;
  /** null = given on the command line, or by the first link. */
  given_by: string | null;
  revoked_on: string | null;
  revoked_by: string | null;
};

/** What checks a passkey of a person: the other half is on a device of theirs. */
export type PasskeyTable = {
  credential_id: Buffer;
  person_id: string;
  /** COSE, as the device gave it. */
  public_key: Buffer;
  /** How often the device says that it was used; '0' = it does not count. Never goes back. */
  counter: string;
  /** How the device is reached, in the browser's words: 'internal', 'usb'. */
  transports: string[];
  /** The person's own word, or browser and system. */
  name: string;
  added_on: string;
};

/** A challenge of a passkey that has opened something, until it would have ended. */
export type UsedChallengeTable = {
  challenge_hash: Buffer;
  expires_at: Date;
};

/** How somebody came in. */
export type SignInWay = 'password' | 'provider' | 'passkey';

export type StaffSessionTable = {
  id: string;
  /** SHA-256 of what the cookie holds. */
  token_hash: Buffer;
  person_id: string;
  /** 'enrol' and 'code' wait for the second factor and open nothing else. */
  stage: 'enrol' | 'code' | 'open';
  way: SignInWay;
  /** 'Firefox, Windows', for the person's own list. */
  browser: string;
  started_at: Date;
  expires_at: Date;
  ended_at: Date | null;
};

/** A link that works once: the first administrator, an invitation, a reset. */
export type StaffInvitationTable = {
  token_hash: Buffer;
  person_id: string | null;
  kind: 'first' | 'invite' | 'reset';
  expires_at: Date;
  used_at: Date | null;
};

/** A form that was posted after the session had ended, sealed, until the person has signed in again. */
export type KeptFormTable = {
  id: string;
  /** Whose session it was; null = unknown. */
  person_id: string | null;
  address: string;
  fields: Buffer;
  expires_at: Date;
};
