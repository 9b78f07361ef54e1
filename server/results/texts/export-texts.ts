import type { Language } from '../../engine/text.ts';

/** Words of the page that makes files of all reports of an institution. */
export type ExportTexts = {
  of: (institution: string) => string;
  lead: string;
  count: (count: string) => string;
  start: string;
  goOn: string;
  begun: (files: string) => string;
  waiting: string;
  running: (done: string, all: string) => string;
  progress: string;
  update: string;
  leave: string;
  done: string;
  download: string;
  failed: string;
  back: string;
  link: string;
};

const TEXTS: Readonly<Record<Language, ExportTexts>> = {
  fi: {
    of: (institution) => `${institution}: kaikki raportit tiedostoina`,
    lead: 'Kaikki korkeakoulun raportit tältä kierrokselta, jokainen verkkosivuna, PDF-, Excel-, CSV- ja JSON-tiedostona, yhdessä ZIP-tiedostossa. Raportit ovat suomeksi; muun kielen voi ensin valita yltä.',
    count: (count) => (count === '1' ? '1 raportti.' : `${count} raporttia.`),
    start: 'Tee tiedostot',
    goOn: 'Jatka tiedostojen tekemistä',
    begun: (files) => `Aiempi yritys keskeytyi: ${files} tiedostoa on jo valmiina, ja ne säilyvät.`,
    waiting: 'Odottaa, että toinen työ valmistuu.',
    running: (done, all) => `${done}/${all} raporttia on valmiina.`,
    progress: 'Edistyminen',
    update: 'Katso, miten pitkällä työ nyt on',
    leave: 'Sivulta voi poistua ja palata samaan osoitteeseen: työ jatkuu.',
    done: 'Kaikki tiedostot ovat valmiina.',
    download: 'Lataa ZIP-tiedosto',
    failed: 'Työ pysähtyi ennen kuin kaikki tiedostot olivat valmiina. Aloita uudelleen: valmiit tiedostot säilyvät.',
    back: 'Kaikki raportit',
    link: 'Kaikki raportit tiedostoina',
  },
  sv: {
    of: (institution) => `${institution}: alla rapporter som filer`,
    lead: 'Alla högskolans rapporter i den här omgången, var och en som webbsida, PDF, Excel-arbetsbok, CSV och JSON, i en ZIP-fil. Rapporterna är på svenska; välj först ett annat språk ovan om du vill ha det.',
    count: (count) => (count === '1' ? '1 rapport.' : `${count} rapporter.`),
    start: 'Gör filerna',
    goOn: 'Fortsätt göra filerna',
    begun: (files) => `Ett tidigare försök avbröts: ${files} filer finns redan och behålls.`,
    waiting: 'Väntar på att ett annat arbete ska bli klart.',
    running: (done, all) => `${done} av ${all} rapporter är klara.`,
    progress: 'Framsteg',
    update: 'Se hur långt arbetet har kommit',
    leave: 'Du kan lämna sidan och komma tillbaka till samma adress: arbetet fortsätter.',
    done: 'Alla filer är klara.',
    download: 'Ladda ner ZIP-filen',
    failed: 'Arbetet stannade innan alla filer var klara. Starta om: de filer som redan finns behålls.',
    back: 'Alla rapporter',
    link: 'Alla rapporter som filer',
  },
  en: {
    of: (institution) => `All reports of ${institution} as files`,
    lead: 'Every report of the institution in this round, each as a web page, PDF, Excel workbook, CSV and JSON, in one ZIP file. The reports are in English; for another language choose it above first.',
    count: (count) => (count === '1' ? '1 report.' : `${count} reports.`),
    start: 'Make the files',
    goOn: 'Go on making the files',
    begun: (files) => `An earlier attempt was stopped: ${files} files are there already and will be kept.`,
    waiting: 'Waiting for another job to be done.',
    running: (done, all) => `${done} of ${all} reports are done.`,
    progress: 'Progress',
    update: 'See how far it is now',
    leave: 'You can leave this page and come back to the same address: the work goes on.',
    done: 'All files are there.',
    download: 'Download the ZIP file',
    failed: 'The work stopped before all files were there. Start it again: what is there already is kept.',
    back: 'All reports',
    link: 'All reports as files',
  },
};

/** The words in a language. */
export function exportTexts(language: Language): ExportTexts {
  return TEXTS[language];
}
