import type { Kysely } from 'kysely';
import type { FrozenResponseTable, FrozenTextTable, ResponseTable } from './answer.ts';
import type { ImportTable, PersonTable, ReplacedCodeTable } from './contact.ts';
import type { CellTable, ChartTable, PopulationTable, ReleaseTable } from './release.ts';
import type {
  AuditEventTable,
  DefinitionTable,
  OwnBlockDraftTable,
  OwnBlockTable,
  RoundOwnBlockTable,
  RoundTable,
  TargetCountTable,
} from './survey.ts';

export type Database = {
  'survey.definition': DefinitionTable;
  'survey.round': RoundTable;
  'survey.target_count': TargetCountTable;
  'survey.audit_event': AuditEventTable;
  'survey.own_block': OwnBlockTable;
  'survey.own_block_draft': OwnBlockDraftTable;
  'survey.round_own_block': RoundOwnBlockTable;
  'contact.person': PersonTable;
  'contact.replaced_code': ReplacedCodeTable;
  'contact.import': ImportTable;
  'answer.response': ResponseTable;
  'answer.frozen_response': FrozenResponseTable;
  'answer.frozen_text': FrozenTextTable;
  'release.release': ReleaseTable;
  'release.population': PopulationTable;
  'release.cell': CellTable;
  'release.chart': ChartTable;
};

/** The database, or a transaction on it: store functions take either. */
export type Db = Kysely<Database>;
