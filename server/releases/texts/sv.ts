import type { ReleaseTexts } from './en.ts';

/** Texter till sidorna om att sammanställa och publicera resultat, på svenska. */
export const sv: ReleaseTexts = {
  service: 'Publicering av resultat',
  back: 'Alla omgångar',
  list: {
    title: 'Omgångarnas resultat',
    lead: 'Hur långt sammanställningen av resultaten har kommit. Den som läser rapporter ser ingenting av det.',
    none: 'Ingen omgång är låst ännu. Resultaten sammanställs ur en låst omgång.',
    round: 'Omgång',
    state: 'Skede',
    again: 'Titta igen',
    open: (round) => `Vad som skulle publiceras av ${round}`,
  },
  state: {
    waiting: 'väntar på att sammanställas',
    counting: 'svaren räknas',
    protecting: (percent) => `små grupper skyddas, ${percent} %`,
    writing: 'sparas',
    stopped: 'avbröts. Ge kommandot på nytt, så fortsätter det',
    draft: 'klart: ett utkast som två personer inte har godkänt ännu',
    half: 'klart: ett utkast som en person har godkänt',
    publishing: 'godkänt av två personer, publiceras nu',
    published: (day) => `klart: publicerat ${day}`,
  },
  errorPrefix: 'Fel',
  errorTitle: 'Något behöver rättas',
  approval: {
    title: 'Godkännande',
    lead: 'Två personer godkänner utkastet, var och en inloggad med sitt eget konto. Det publiceras efter det andra godkännandet.',
    by: (name, day) => `Godkänt av ${name} ${day}`,
    someone: 'en person som inte längre har något konto',
    nobody: 'Ingen har godkänt det ännu.',
    waiting: 'Ett godkännande finns. Det väntar på en andra person.',
    yours: 'Ett godkännande finns. Ditt skulle publicera resultaten.',
    underWay: 'Två personer har godkänt. Resultaten publiceras nu; ett stort material tar några minuter.',
    signIn: 'Logga in med ditt eget konto för att godkänna.',
    reasonHint: 'Läsarna av den nya versionen ser de här orden överst i rapporterna. Skriv dem på alla språk.',
    reasonIn: {
      fi: 'Vad som har ändrats, på finska',
      sv: 'Vad som har ändrats, på svenska',
      en: 'Vad som har ändrats, på engelska',
    },
    noReason: 'Skriv vad som har ändrats',
    words: 'Läsarna av den nya versionen får veta:',
    approve: 'Godkänn publiceringen',
    takeBack: 'Ta tillbaka mitt godkännande',
    done: { approved: 'Ditt godkännande är sparat.', back: 'Ditt godkännande är taget tillbaka.' },
    refused: {
      no_draft: 'Det finns inget utkast längre. Det har kanske publicerats under tiden.',
      changed: 'Utkastet byggdes på nytt medan du läste. Läs vad det säger nu och godkänn sedan.',
      already: 'Du har redan godkänt det här utkastet. En andra person behövs.',
    },
  },
  preview: {
    title: (round) => `Före publiceringen: ${round}`,
    lead: 'Ingen som läser rapporter ser utkastet. Det publiceras när två personer har godkänt det.',
    noDraft: 'Den här omgången har inget utkast.',
    answered: (respondents, target) => `${respondents} svar från ${target} utexaminerade.`,
    hidden: 'Vad som döljs i sin helhet',
    degrees: (shown, all) => `Det finns svar från ${all} examina, och ${shown} av dem får en rapport.`,
    small: (count) => `Examina där färre än fem personer svarade: ${count}.`,
    protecting: (count) =>
      `Större examina som också döljs, eftersom en liten kunde räknas ut med hjälp av dem: ${count}.`,
    cells: (exact, bounded, hidden) =>
      `Av talen visas ${exact} exakt, ${bounded} endast som ”minst så många”, och ${hidden} är dolda.`,
    later: (renewed, standing) =>
      `Sena svar: ${renewed} tal har räknats på nytt. ${standing} tal står kvar som i den första utgåvan och märks ut, eftersom ett nytt tal skulle avslöja svaren av några få.`,
    which: 'Vilka grupperna är sägs ingenstans, inte heller här.',
    why: 'Varför det finns regler',
    whyText: [
      'Alla som svarade har lovats att ingen kan ta reda på vad de svarade.',
      'I en grupp på fyra känner människor varandra. Och där nästan alla har svarat likadant berättar talet vad var och en svarade, hur stor gruppen än är.',
    ],
    without: 'Vad en läsare kunde räkna ut utan dem',
    told: (count) =>
      `Om endast grupper under fem lämnades bort, och inget annat, kunde så här många grupper på färre än fem räknas ut genom att dra bort det som visas: ${count}.`,
    toldNone:
      'Om endast grupper under fem lämnades bort, och inget annat, kunde ingen liten examen räknas ut genom subtraktion den här gången. I enskilda frågor kunde det ske.',
    none: 'inga',
    few: 'färre än tio',
    about: (count) => `ungefär ${count}`,
    how: 'Utan konton: två nycklar',
    command: (round) => `npm run -s uras -- releases publish ${round} --key FIRST.key --key SECOND.key`,
  },
};
