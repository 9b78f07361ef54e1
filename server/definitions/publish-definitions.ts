import type { RegisteredSurvey } from '../../survey-definitions/index.ts';
import type { Db } from '../db/schema/index.ts';
import { definitionHash } from './definition-hash.ts';
import { insertDefinition, selectDefinitions } from './store.ts';

/**
 * Writes down the hash of each published version, once. Throws when the file of a version that was
 * published earlier has changed since: answers were given under the old text.
 */
export async function publishDefinitions(db: Db, surveys: readonly RegisteredSurvey[]): Promise<void> {
  const known = new Map((await selectDefinitions(db)).map((row) => [`${row.survey}.v${row.version}`, row.hash]));
  for (const { file, survey } of surveys) {
    const { definition } = survey;
    const hash = definitionHash(definition);
    const publishedHash = known.get(survey.id);
    if (publishedHash !== undefined && publishedHash !== hash) {
      throw new Error(
        `${file} has changed since version ${definition.version} of ${definition.survey} was published.\n` +
          'A published version never changes: put the file back as it was, and write the change as the next version.',
      );
    }
    if (publishedHash === undefined && definition.published !== null) {
      const { survey: name, version, published } = definition;
      await insertDefinition(db, { survey: name, version, hash, published_on: published });
    }
  }
}
