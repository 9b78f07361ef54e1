import type { Language } from '../../engine/text.ts';
import type { TellingProblem } from '../decide-telling.ts';

/** What is said of telling graduates what was changed: the public page, and the form for it. */
export type ChangeTexts = {
  page: { title: string; intro: string; nothing: string; told: (day: string) => string };
  list: { tell: string; isShown: string };
  form: {
    title: string;
    intro: string;
    isShown: string;
    isNotShown: string;
    late: string;
    look: string;
    texts: string;
    textsHint: string;
    languages: Readonly<Record<Language, string>>;
    approval: string;
    approvedBy: string;
    approvedByHint: string;
    approve: string;
    namesAreFine: string;
    show: string;
    takeBack: string;
    problems: Readonly<Record<TellingProblem['kind'], (field: string) => string>>;
  };
};

const TEXTS: Readonly<Record<Language, ChangeTexts>> = {
  fi: {
    page: {
      title: 'Mitä vastausten perusteella muutettiin',
      intro: 'Koulutus kertoo tässä, mitä se on muuttanut valmistuneiden vastausten perusteella.',
      nothing: 'Koulutus ei ole vielä kertonut tällä sivulla muutoksista.',
      told: (day) => `Kerrottu ${day}`,
    },
    list: { tell: 'Kerro valmistuneille', isShown: 'Kerrotaan valmistuneille' },
    form: {
      title: 'Kerro valmistuneille, mitä muutettiin',
      intro:
        'Teksti näkyy julkisella sivulla. Vastanneet saavat siihen linkin, kun he ovat lähettäneet vastauksensa. Teksti jää pois sivulta, jos päätös muuttuu muuksi kuin päätetyksi tai tehdyksi.',
      isShown: 'Teksti on julkisella sivulla.',
      isNotShown: 'Tästä toimesta ei kerrota julkisella sivulla.',
      late: 'Joku muu on tallentanut tekstin välillä. Omasi on alla, mitään ei ole kadonnut. Katso julkinen sivu ja tallenna sitten.',
      look: 'Julkinen sivu',
      texts: 'Teksti kaikilla kolmella kielellä',
      textsHint:
        'Kerro lyhyesti, mitä muutettiin ja minkä palautteen vuoksi. Enintään 600 merkkiä. Älä kirjoita ihmisten nimiä, lainauksia vastauksista tai lukuja, joita raportti ei näytä.',
      languages: { fi: 'Suomeksi', sv: 'Ruotsiksi', en: 'Englanniksi' },
      approval: 'Hyväksyntä',
      approvedBy: 'Julkaisun hyväksyy',
      approvedByHint: 'Toimielin tai tehtävä, ei henkilö. Esimerkiksi tutkintovastaava.',
      approve: 'Edellä nimetty on lukenut tekstit ja hyväksyy, että ne näkyvät kaikille.',
      namesAreFine: 'Nämä eivät ole ihmisten nimiä. Julkaise tällaisenaan.',
      show: 'Julkaise',
      takeBack: 'Poista julkiselta sivulta',
      problems: {
        missing: (field) => `Täydennä: ${field}`,
        long: (field) => `${field}: lyhennä tekstiä`,
        person: (field) => `${field}: tässä näyttää olevan ihmisen nimi. Kirjoita tehtävä tai toimielin`,
        not_approved: () => 'Julkaisu tarvitsee hyväksynnän: merkitse se ruutuun',
      },
    },
  },
  sv: {
    page: {
      title: 'Vad som ändrades utifrån svaren',
      intro: 'Här berättar utbildningen vad den har ändrat utifrån svaren av dem som har tagit examen.',
      nothing: 'Utbildningen har ännu inte berättat om ändringar på den här sidan.',
      told: (day) => `Berättat ${day}`,
    },
    list: { tell: 'Berätta för dem som tagit examen', isShown: 'Berättas för dem som tagit examen' },
    form: {
      title: 'Berätta vad som ändrades för dem som tagit examen',
      intro:
        'Texten syns på en öppen sida. De som har svarat får en länk till den när de har skickat sina svar. Texten försvinner från sidan om beslutet inte längre är fattat eller genomfört.',
      isShown: 'Texten finns på den öppna sidan.',
      isNotShown: 'Den här åtgärden berättas inte på den öppna sidan.',
      late: 'Någon annan har sparat texten under tiden. Din text finns nedan, inget har gått förlorat. Se den öppna sidan och spara sedan.',
      look: 'Öppna sidan',
      texts: 'Texten på alla tre språk',
      textsHint:
        'Berätta kort vad som ändrades och på grund av vilken respons. Högst 600 tecken. Skriv inga namn på människor, inga citat ur svar och inga siffror som rapporten inte visar.',
      languages: { fi: 'På finska', sv: 'På svenska', en: 'På engelska' },
      approval: 'Godkännande',
      approvedBy: 'Publiceringen godkänns av',
      approvedByHint: 'Ett organ eller en uppgift, inte en person. Till exempel examensansvarig.',
      approve: 'Den som nämns ovan har läst texterna och godkänner att alla kan se dem.',
      namesAreFine: 'Det här är inte namn på människor. Publicera som det är.',
      show: 'Publicera',
      takeBack: 'Ta bort från den öppna sidan',
      problems: {
        missing: (field) => `Fyll i: ${field}`,
        long: (field) => `${field}: förkorta texten`,
        person: (field) => `${field}: det här ser ut som ett namn på en människa. Skriv en uppgift eller ett organ`,
        not_approved: () => 'Publiceringen behöver ett godkännande: kryssa för det',
      },
    },
  },
  en: {
    page: {
      title: 'What was changed because of answers',
      intro: 'Here the programme tells what it has changed because of the answers of graduates.',
      nothing: 'The programme has not told of any changes on this page yet.',
      told: (day) => `Told on ${day}`,
    },
    list: { tell: 'Tell graduates', isShown: 'Graduates are told of it' },
    form: {
      title: 'Tell graduates what was changed',
      intro:
        'The text is shown on a public page. Those who have answered get a link to it when they have submitted their answers. It leaves the page when the decision is no longer decided or done.',
      isShown: 'The text is on the public page.',
      isNotShown: 'This action is not told of on the public page.',
      late: 'Somebody else saved the text meanwhile. Yours is below, nothing is lost. Look at the public page and then save.',
      look: 'The public page',
      texts: 'The text in all three languages',
      textsHint:
        'Tell in short what was changed and because of what feedback. 600 characters at most. Write no names of people, no quotations from answers and no figures that the report does not show.',
      languages: { fi: 'In Finnish', sv: 'In Swedish', en: 'In English' },
      approval: 'Approval',
      approvedBy: 'Publishing is approved by',
      approvedByHint: 'A body or a role, not a person. For example programme director.',
      approve: 'The one named above has read the texts and approves that everyone can see them.',
      namesAreFine: 'These are not names of people. Publish as it is.',
      show: 'Publish',
      takeBack: 'Take off the public page',
      problems: {
        missing: (field) => `Fill in: ${field}`,
        long: (field) => `${field}: shorten the text`,
        person: (field) => `${field}: this looks like the name of a person. Write a role or a body`,
        not_approved: () => 'Publishing needs an approval: tick the box',
      },
    },
  },
};

/** The words of telling graduates what was changed, in a language. */
export function changeTexts(language: Language): ChangeTexts {
  return TEXTS[language];
}
