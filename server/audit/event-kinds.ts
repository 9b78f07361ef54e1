/** Groups of the log's filter, each with the kinds of entries in it. A kind that stands nowhere is shown all the same. */
export const EVENT_GROUPS = {
  sending: [
    'message_plan_saved',
    'message_plan_handed_back',
    'message_plan_taken_up',
    'messages_scheduled',
    'messages_cancelled',
    'messages_resolved',
    'messages_tested',
    'messages_paused',
    'messages_continued',
    'messages_again',
    'messages_sent',
    'bounces_read',
    'bounces_posted',
    'settings_saved',
  ],
  people: [
    'population_imported',
    'population_import_undone',
    'contact_corrected',
    'refusal_noted',
    'refusal_taken_back',
    'person_removed',
    'individual_status_shown',
    'individual_status_hidden',
    'person_extended',
    'person_time_taken_back',
    'people_read',
    'people_protected',
    'code_replaced',
    'invitation_withdrawn',
    'letters_exported',
  ],
  feedback: ['feedback_received', 'feedback_answered'],
  answers: ['responses_imported', 'late_answers_added', 'open_answers_released'],
  rounds: [
    'round_created',
    'round_opened',
    'round_closed',
    'round_frozen',
    'round_published',
    'round_withdrawn',
    'round_discarded',
    'round_dates_changed',
    'round_extended',
    'round_institutions_chosen',
    'recurrence_added',
    'recurrence_ended',
    'own_block_published',
    'own_block_chosen',
  ],
  releases: [
    'release_built',
    'release_approved',
    'release_approval_taken_back',
    'release_draft_dropped',
    'release_published',
    'release_final',
    'release_withdrawn',
    'publisher_key_created',
    'publisher_key_revoked',
  ],
  signIns: [
    'staff_signed_in',
    'staff_sign_in_failed',
    'staff_passkey_went_back',
    'staff_signed_out',
    'staff_sessions_ended',
  ],
  accounts: [
    'staff_person_made',
    'staff_person_disabled',
    'staff_person_enabled',
    'staff_credentials_reset',
    'staff_password_set',
    'staff_second_factor_set',
    'staff_passkey_added',
    'staff_passkey_removed',
    'staff_role_given',
    'staff_role_revoked',
    'staff_role_restored',
    'staff_identity_linked',
  ],
  files: [
    'reports_exported',
    'backup_made',
    'backup_restored',
    'log_exported',
    'api_token_created',
    'api_token_revoked',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EventGroup = keyof typeof EVENT_GROUPS;
export type EventKind = (typeof EVENT_GROUPS)[EventGroup][number];

/** A group by its name in an address; null where there is none. */
export function groupFrom(text: string): EventGroup | null {
  return isGroup(text) ? text : null;
}

function isGroup(text: string): text is EventGroup {
  return Object.hasOwn(EVENT_GROUPS, text);
}
