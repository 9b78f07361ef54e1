import type { Kysely } from 'kysely';
import type {
  FrozenResponseTable,
  FrozenTextTable,
  ReleasedTextTable,
  ResponseTable,
  SupplementTextTable,
  TextReviewEventTable,
  TextReviewTable,
  TextThemeTable,
  ThemeOfTextTable,
} from './answer.ts';
import type {
  ImportTable,
  ImportUndoTable,
  MessageStepTable,
  MessageTable,
  PersonTable,
  ReplacedCodeTable,
  StagedPersonTable,
  StagedProblemTable,
  StagedRemovalTable,
  UploadTable,
} from './contact.ts';
import type {
  ApiTokenTable,
  ApprovalTable,
  BuildTable,
  DraftPartTable,
  DraftTable,
  LedgerPeopleTable,
  LedgerTable,
  PublisherKeyTable,
} from './publication.ts';
import type {
  CellTable,
  ChartTable,
  EarlierReleaseTable,
  OpenAnswerEditionTable,
  OpenAnswerTable,
  PopulationTable,
  PrintedReportTable,
  ReleaseFileTable,
  ReleaseOwnBlockTable,
  ReleaseTable,
  RemarkTable,
  RowHashTable,
} from './release.ts';
import type {
  AccessibilityFeedbackTable,
  ActionVersionTable,
  AnsweringEventTable,
  AuditEventTable,
  AuditSealTable,
  DefinitionTable,
  InstitutionNoticeTable,
  InstitutionContactTable,
  MessagePlanTable,
  MessageTestTable,
  OwnBlockDraftTable,
  OwnBlockTable,
  RecurrenceTable,
  RoundCurveTable,
  RoundInstitutionTable,
  RoundOwnBlockTable,
  RoundTable,
  SenderSettingTable,
  TargetCountTable,
  ToldChangeTable,
} from './survey.ts';
import type {
  IdentityTable,
  KeptFormTable,
  PasskeyTable,
  RecoveryCodeTable,
  RoleGrantTable,
  SecondFactorTable,
  StaffInvitationTable,
  StaffPasswordTable,
  StaffPersonTable,
  StaffSessionTable,
  UsedChallengeTable,
} from './staff.ts';

export type Database = {
  'survey.definition': DefinitionTable;
  'survey.round': RoundTable;
  'survey.recurrence': RecurrenceTable;
  'survey.round_institution': RoundInstitutionTable;
  'survey.target_count': TargetCountTable;
  'survey.round_curve': RoundCurveTable;
  'survey.audit_event': AuditEventTable;
  'survey.audit_seal': AuditSealTable;
  'survey.sender_setting': SenderSettingTable;
  'survey.institution_contact': InstitutionContactTable;
  'survey.answering_event': AnsweringEventTable;
  'survey.own_block': OwnBlockTable;
  'survey.own_block_draft': OwnBlockDraftTable;
  'survey.round_own_block': RoundOwnBlockTable;
  'survey.action_version': ActionVersionTable;
  'survey.told_change': ToldChangeTable;
  'survey.message_plan': MessagePlanTable;
  'survey.message_test': MessageTestTable;
  'survey.institution_notice': InstitutionNoticeTable;
  'survey.accessibility_feedback': AccessibilityFeedbackTable;
  'contact.person': PersonTable;
  'contact.replaced_code': ReplacedCodeTable;
  'contact.import': ImportTable;
  'contact.upload': UploadTable;
  'contact.staged_person': StagedPersonTable;
  'contact.staged_problem': StagedProblemTable;
  'contact.staged_removal': StagedRemovalTable;
  'contact.import_undo': ImportUndoTable;
  'contact.message_step': MessageStepTable;
  'contact.message': MessageTable;
  'answer.response': ResponseTable;
  'answer.frozen_response': FrozenResponseTable;
  'answer.frozen_text': FrozenTextTable;
  'answer.supplement_text': SupplementTextTable;
  'answer.text_review': TextReviewTable;
  'answer.text_review_event': TextReviewEventTable;
  'answer.text_theme': TextThemeTable;
  'answer.theme_of_text': ThemeOfTextTable;
  'answer.released_text': ReleasedTextTable;
  'release.release': ReleaseTable;
  'release.population': PopulationTable;
  'release.cell': CellTable;
  'release.own_block': ReleaseOwnBlockTable;
  'release.row_hash': RowHashTable;
  'release.file': ReleaseFileTable;
  'release.remark': RemarkTable;
  'release.earlier': EarlierReleaseTable;
  'release.chart': ChartTable;
  'release.printed_report': PrintedReportTable;
  'release.open_answer_edition': OpenAnswerEditionTable;
  'release.open_answer': OpenAnswerTable;
  'publication.build': BuildTable;
  'publication.draft': DraftTable;
  'publication.draft_part': DraftPartTable;
  'publication.ledger_people': LedgerPeopleTable;
  'publication.ledger': LedgerTable;
  'publication.publisher_key': PublisherKeyTable;
  'publication.api_token': ApiTokenTable;
  'publication.approval': ApprovalTable;
  'staff.person': StaffPersonTable;
  'staff.password': StaffPasswordTable;
  'staff.second_factor': SecondFactorTable;
  'staff.recovery_code': RecoveryCodeTable;
  'staff.identity': IdentityTable;
  'staff.role_grant': RoleGrantTable;
  'staff.session': StaffSessionTable;
  'staff.invitation': StaffInvitationTable;
  'staff.kept_form': KeptFormTable;
  'staff.passkey': PasskeyTable;
  'staff.used_challenge': UsedChallengeTable;
};

/** The database, or a transaction on it: store functions take either. */
export type Db = Kysely<Database>;
