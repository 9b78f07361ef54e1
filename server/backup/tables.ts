/** A table of the backup: the columns of its primary key, and which of its rows belong to a state. */
export type BackedUpTable = {
  name: `${'survey' | 'contact' | 'answer' | 'release' | 'staff' | 'publication'}.${string}`;
  key: readonly string[];
  /** `round` and `release`: rows of the rounds or releases that there were when the backup began. */
  of: 'all' | 'round' | 'release';
  /** Has an identity column `id`, whose sequence goes on where it was. */
  counted?: true;
};

/**
 * Every table, in the order in which rows can be put back: what is referred to comes first. Codes that
 * were replaced are read before persons, so that a link replaced meanwhile is never told to be old; which
 * block a round asks is read before the blocks, so that none is missing which was published meanwhile
 * (restoring looks at that reference at its end). Seals of the audit log are read before
 * its entries, so that none seals what is not there. Sessions, links that work once, forms that wait and reports
 * that were printed ahead stay out: `PASSING_TABLES`.
 */
export const BACKED_UP_TABLES: readonly BackedUpTable[] = [
  { name: 'survey.definition', key: ['survey', 'version'], of: 'all' },
  { name: 'survey.recurrence', key: ['id'], of: 'all' },
  { name: 'survey.round', key: ['id'], of: 'round' },
  { name: 'survey.round_institution', key: ['round_id', 'institution'], of: 'round' },
  { name: 'survey.round_own_block', key: ['round_id', 'institution', 'degree'], of: 'round' },
  { name: 'survey.own_block', key: ['survey', 'institution', 'degree', 'version'], of: 'all' },
  { name: 'survey.own_block_draft', key: ['survey', 'institution', 'degree'], of: 'all' },
  { name: 'survey.target_count', key: ['round_id', 'institution', 'degree', 'split', 'split_value'], of: 'round' },
  { name: 'survey.round_curve', key: ['round_id', 'institution', 'degree', 'day'], of: 'round' },
  { name: 'survey.institution_notice', key: ['institution', 'version'], of: 'all' },
  { name: 'survey.answering_event', key: ['id'], of: 'round', counted: true },
  { name: 'survey.audit_seal', key: ['number'], of: 'all' },
  { name: 'survey.audit_event', key: ['id'], of: 'all', counted: true },
  { name: 'survey.sender_setting', key: ['institution', 'language'], of: 'all' },
  { name: 'survey.institution_contact', key: ['institution'], of: 'all' },
  { name: 'survey.accessibility_feedback', key: ['id'], of: 'all' },
  { name: 'survey.action_version', key: ['action_id', 'revision'], of: 'all' },
  { name: 'survey.told_change', key: ['action_id', 'revision'], of: 'all' },
  { name: 'survey.message_plan', key: ['round_id', 'version'], of: 'round' },
  { name: 'survey.message_test', key: ['round_id', 'template_hash'], of: 'round' },
  { name: 'contact.replaced_code', key: ['code_hash'], of: 'round' },
  { name: 'contact.person', key: ['round_id', 'person_key'], of: 'round' },
  { name: 'contact.import', key: ['id'], of: 'round', counted: true },
  { name: 'contact.message_step', key: ['round_id', 'step'], of: 'round' },
  { name: 'contact.message', key: ['id'], of: 'round' },
  { name: 'answer.response', key: ['handle'], of: 'round' },
  { name: 'answer.frozen_response', key: ['key'], of: 'round' },
  { name: 'answer.frozen_text', key: ['key'], of: 'round' },
  { name: 'answer.supplement_text', key: ['key'], of: 'round' },
  { name: 'answer.text_review', key: ['text_key'], of: 'round' },
  { name: 'answer.text_review_event', key: ['id'], of: 'round', counted: true },
  { name: 'answer.text_theme', key: ['id'], of: 'round' },
  { name: 'answer.theme_of_text', key: ['text_key', 'theme_id'], of: 'round' },
  { name: 'answer.released_text', key: ['text_key'], of: 'round' },
  { name: 'release.release', key: ['id'], of: 'release' },
  { name: 'release.population', key: ['release_id', 'key'], of: 'release' },
  { name: 'release.cell', key: ['release_id', 'population_key', 'item'], of: 'release' },
  { name: 'release.own_block', key: ['release_id', 'institution', 'degree'], of: 'release' },
  { name: 'release.row_hash', key: ['release_id', 'name'], of: 'release' },
  { name: 'release.file', key: ['release_id', 'name'], of: 'release' },
  { name: 'release.remark', key: ['release_id', 'number'], of: 'release' },
  { name: 'release.earlier', key: ['id'], of: 'all' },
  { name: 'release.chart', key: ['release_id', 'population_key', 'chart', 'language'], of: 'release' },
  { name: 'release.open_answer_edition', key: ['release_id'], of: 'release' },
  { name: 'staff.person', key: ['id'], of: 'all' },
  { name: 'staff.password', key: ['person_id'], of: 'all' },
  { name: 'staff.second_factor', key: ['person_id'], of: 'all' },
  { name: 'staff.recovery_code', key: ['person_id', 'hash'], of: 'all' },
  { name: 'staff.passkey', key: ['credential_id'], of: 'all' },
  { name: 'staff.identity', key: ['issuer', 'subject'], of: 'all' },
  { name: 'staff.role_grant', key: ['id'], of: 'all' },
  { name: 'release.open_answer', key: ['release_id', 'edition', 'population_key', 'item', 'place'], of: 'release' },
  { name: 'publication.build', key: ['round_id'], of: 'all' },
  { name: 'publication.draft', key: ['release_id'], of: 'all' },
  { name: 'publication.draft_part', key: ['release_id', 'number'], of: 'all' },
  { name: 'publication.ledger_people', key: ['release_id', 'population_key'], of: 'all' },
  { name: 'publication.ledger', key: ['release_id', 'kind', 'item'], of: 'all' },
  { name: 'publication.publisher_key', key: ['name'], of: 'all' },
  { name: 'publication.api_token', key: ['name'], of: 'all' },
  { name: 'publication.approval', key: ['release_id', 'parts_hash', 'person'], of: 'all' },
];

/** What passes within days, and must not come back: people sign in and upload again; reports are printed again. */
export const PASSING_TABLES: readonly BackedUpTable['name'][] = [
  'staff.session',
  'staff.invitation',
  'staff.kept_form',
  'staff.used_challenge',
  'contact.upload',
  'contact.staged_person',
  'contact.staged_problem',
  'contact.staged_removal',
  'contact.import_undo',
  'release.printed_report',
];
