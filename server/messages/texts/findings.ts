import type { Language } from '../../engine/text.ts';
import type { FindingKind } from '../finding.ts';

type Writers = { [Kind in FindingKind['kind']]: (facts: Extract<FindingKind, { kind: Kind }>) => string };

const fi: Writers = {
  step_twice: ({ code }) => `Vaihe ${code} on suunnitelmassa kahdesti. Anna toiselle eri tunnus.`,
  template_missing: ({ template }) => `Viestipohjaa ${template} ei ole. Lisää se tai valitse toinen.`,
  time_unclear: ({ reason }) => `Aikaa ei voi lukea: ${reason}`,
  outside_round: ({ opens, closes }) => `Kysely ei ole silloin auki. Valitse aika väliltä ${opens} – ${closes}.`,
  quiet_time: ({ next }) => `Yöllä ja sunnuntaina ei lähetetä. Viestit lähtevät vasta ${next}.`,
  too_close: ({ other }) => `Vaiheesta ${other} on alle 72 tuntia. Samat ihmiset jäävät pois; siirrä vaihetta.`,
  language_missing: ({ language }) => `Teksti puuttuu kielellä ${language}. Kirjoita se.`,
  subject_missing: () => 'Otsikko puuttuu. Kirjoita se.',
  subject_long: ({ length, most }) => `Otsikossa on ${length} merkkiä. Lyhennä enintään ${most} merkkiin.`,
  subject_variable: ({ variable }) => `Otsikossa ei voi olla {{${variable}}}. Vain {{institution}} käy.`,
  link_missing: ({ variable }) => `Linkki puuttuu. Lisää {{${variable}}} omalle rivilleen.`,
  link_twice: ({ variable }) => `{{${variable}}} on tekstissä monta kertaa. Jätä yksi.`,
  link_wrong_place: ({ variable, wanted }) => `{{${variable}}} ei käy tässä kanavassa. Käytä {{${wanted}}}.`,
  locked_in_paragraph: () => '{{locked}} on keskellä kappaletta. Jätä sen ylle ja alle tyhjä rivi.',
  unknown_variable: ({ variable, meant }) =>
    `Muuttujaa {{${variable}}} ei ole.${meant === null ? '' : ` Tarkoititko {{${meant}}}?`}`,
  stray_braces: () => 'Aaltosulku on yksinään. Muuttuja kirjoitetaan {{link}}.',
  markup: () => 'HTML-merkinnät eivät käy. Kirjoita pelkkää tekstiä.',
  leading: ({ phrase }) => `Ilmaus voi ohjata vastaamista: "${phrase}". Poista se.`,
  sms_long: ({ segments, units, most, foreign }) =>
    `Tekstiviesti vie pisimmillään ${segments} osaa (${units} merkkiä). Lyhennä enintään ${most} osaan.${foreign === '' ? '' : ` Nämä merkit pidentävät: ${foreign}`}`,
};

const sv: Writers = {
  step_twice: ({ code }) => `Steget ${code} finns två gånger i planen. Ge det ena en annan kod.`,
  template_missing: ({ template }) => `Mallen ${template} finns inte. Lägg till den eller välj en annan.`,
  time_unclear: ({ reason }) => `Tiden kan inte läsas: ${reason}`,
  outside_round: ({ opens, closes }) => `Enkäten är inte öppen då. Välj en tid mellan ${opens} och ${closes}.`,
  quiet_time: ({ next }) => `På natten och på söndagar skickas inget. Meddelandena går först ${next}.`,
  too_close: ({ other }) => `Det är under 72 timmar från steget ${other}. Samma personer faller bort; flytta steget.`,
  language_missing: ({ language }) => `Texten saknas på språket ${language}. Skriv den.`,
  subject_missing: () => 'Rubriken saknas. Skriv den.',
  subject_long: ({ length, most }) => `Rubriken har ${length} tecken. Korta den till högst ${most}.`,
  subject_variable: ({ variable }) => `{{${variable}}} kan inte stå i rubriken. Bara {{institution}} går.`,
  link_missing: ({ variable }) => `Länken saknas. Lägg till {{${variable}}} på en egen rad.`,
  link_twice: ({ variable }) => `{{${variable}}} står flera gånger i texten. Lämna en.`,
  link_wrong_place: ({ variable, wanted }) => `{{${variable}}} går inte i den här kanalen. Använd {{${wanted}}}.`,
  locked_in_paragraph: () => '{{locked}} står mitt i ett stycke. Lämna en tom rad före och efter.',
  unknown_variable: ({ variable, meant }) =>
    `Variabeln {{${variable}}} finns inte.${meant === null ? '' : ` Menade du {{${meant}}}?`}`,
  stray_braces: () => 'En klammer står ensam. En variabel skrivs {{link}}.',
  markup: () => 'HTML går inte. Skriv bara text.',
  leading: ({ phrase }) => `Uttrycket kan styra svaren: "${phrase}". Ta bort det.`,
  sms_long: ({ segments, units, most, foreign }) =>
    `Textmeddelandet tar som längst ${segments} delar (${units} tecken). Korta det till högst ${most} delar.${foreign === '' ? '' : ` De här tecknen förlänger: ${foreign}`}`,
};

const en: Writers = {
  step_twice: ({ code }) => `Step ${code} is in the plan twice. Give one of them another code.`,
  template_missing: ({ template }) => `There is no template ${template}. Add it or choose another.`,
  time_unclear: ({ reason }) => `The time cannot be read: ${reason}`,
  outside_round: ({ opens, closes }) => `The survey is not open then. Choose a time from ${opens} to ${closes}.`,
  quiet_time: ({ next }) => `Nothing is sent at night and on Sundays. The messages leave at ${next}.`,
  too_close: ({ other }) => `Less than 72 hours after step ${other}. The same people will be left out; move the step.`,
  language_missing: ({ language }) => `The text is missing in ${language}. Write it.`,
  subject_missing: () => 'The subject is missing. Write it.',
  subject_long: ({ length, most }) => `The subject has ${length} characters. Shorten it to ${most} at most.`,
  subject_variable: ({ variable }) => `{{${variable}}} cannot stand in a subject. Only {{institution}} can.`,
  link_missing: ({ variable }) => `The link is missing. Add {{${variable}}} on a line of its own.`,
  link_twice: ({ variable }) => `{{${variable}}} stands more than once. Leave one.`,
  link_wrong_place: ({ variable, wanted }) => `{{${variable}}} does not go with this channel. Use {{${wanted}}}.`,
  locked_in_paragraph: () => '{{locked}} stands within a paragraph. Leave an empty line above and below it.',
  unknown_variable: ({ variable, meant }) =>
    `There is no variable {{${variable}}}.${meant === null ? '' : ` Did you mean {{${meant}}}?`}`,
  stray_braces: () => 'A brace stands alone. A variable is written {{link}}.',
  markup: () => 'HTML does not go here. Write plain text.',
  leading: ({ phrase }) => `This phrase may steer answers: "${phrase}". Remove it.`,
  sms_long: ({ segments, units, most, foreign }) =>
    `The SMS takes ${segments} parts at its longest (${units} characters). Shorten it to ${most} parts at most.${foreign === '' ? '' : ` These characters make it longer: ${foreign}`}`,
};

/** What is wrong with a plan, in words. */
export const FINDINGS: Readonly<Record<Language, Writers>> = { fi, sv, en };
