import type { FeedbackTexts } from './en.ts';

export const sv: FeedbackTexts = {
  errorPrefix: 'Fel',
  errorTitle: 'Rätta till det här',
  title: 'Respons om tillgängligheten',
  lead: 'Berätta vad du inte kunde se, höra, förstå eller använda. Du får svar inom 14 dagar.',
  apart: 'Responsen hålls åtskild från enkäten. Den kopplas inte till dina svar, din länk eller din kod.',
  fields: {
    message: 'Vad fungerar inte?',
    place: 'På vilken sida?',
    institution: 'Vem ska svara?',
    email: 'Din e-postadress',
  },
  hints: {
    message: (most) =>
      `Högst ${most} tecken. Berätta också vad du använde, till exempel en skärmläsare. Berätta inte vad du svarade i enkäten.`,
    place: 'Till exempel sidans namn eller delens nummer. Du kan lämna fältet tomt.',
    email: 'Du kan lämna fältet tomt. Då läser du svaret på nästa sida. Adressen raderas när du har fått svar.',
  },
  service: 'De som sköter tjänsten',
  send: 'Skicka responsen',
  back: 'Till tillgänglighetsutlåtandet',
  problems: {
    message: { blank: 'Skriv vad som inte fungerar.', too_long: (most) => `Förkorta texten till ${most} tecken.` },
    place: { too_long: (most) => `Förkorta sidans namn till ${most} tecken.` },
    institution: 'Välj i listan vem som ska svara.',
    email: 'Kontrollera e-postadressen. Den ser ut så här: namn@example.org.',
  },
  many: (minutes) =>
    `Mycket respons har kommit från ditt nätverk. Vänta ${minutes === 1 ? 'en minut' : `${minutes} minuter`} och skicka på nytt. Din text finns nedan.`,
  full: 'I dag har det kommit så mycket respons att mer inte tas emot. Skicka på nytt i morgon eller skriv till din högskola. Din text finns nedan.',
  receipt: {
    title: 'Din respons har kommit fram',
    received: (day) => `Den kom ${day}.`,
    due: (day) => `Du får svar senast ${day}.`,
    keep: 'Spara adressen till den här sidan: svaret kommer hit. Ingen annan känner till adressen.',
    late: 'Svaret är försenat. Du kan klaga hos myndigheten som nämns i tillgänglighetsutlåtandet.',
    answeredTitle: 'Din respons har besvarats',
    answered: (day) => `Besvarad ${day}:`,
    kept: 'Respons och svar raderas ett år efter svaret.',
  },
  gone: {
    title: 'Det finns ingen sådan respons',
    text: 'Adressen är felskriven, eller så har responsen raderats ett år efter svaret.',
  },
  staff: {
    title: 'Respons om tillgänglighet',
    lead: 'Lagen ger 14 dagar för ett svar. Först står det som ska besvaras först.',
    none: 'Ingen har gett respons. Den ges på sidan nedan, dit tillgänglighetsutlåtandet leder.',
    waiting: 'Väntar på svar',
    nothingWaits: 'Ingenting väntar på svar.',
    done: 'Besvarade',
    due: (day) => `svara senast ${day}`,
    overdue: (day) => `försenat: svaret skulle ges senast ${day}`,
    received: (day) => `kom ${day}`,
    answered: (day) => `besvarad ${day}`,
    to: 'Till',
    service: 'dem som sköter tjänsten',
    place: 'Sida',
    notSaid: 'inte angiven',
    language: 'Språk',
    languages: { fi: 'finska', sv: 'svenska', en: 'engelska' },
    open: 'Läs och svara',
    one: 'Respons',
    message: 'Vad som skrevs',
    reply: 'Ditt svar',
    replyHint: (most) => `Högst ${most} tecken. Den som skrev läser svaret på adressen i sitt kvitto.`,
    email: 'En adress angavs. Skicka svaret dit först: den raderas när du sparar.',
    noEmail: 'Ingen adress angavs, så svaret läses bara på sidan.',
    save: 'Spara svaret',
    saved: 'Svaret är sparat.',
    already: 'Någon annan svarade under tiden. Din text finns nedan och sparades inte.',
    blank: 'Skriv svaret.',
    tooLong: (most) => `Förkorta svaret till ${most} tecken.`,
    all: 'All respons',
    form: 'Sidan där respons ges',
    task: (count, day) =>
      count === 1
        ? `En respons om tillgänglighet väntar. Besvara den senast ${day}.`
        : `${count} responser om tillgänglighet väntar. Besvara den första senast ${day}.`,
    taskLate: (count, day) =>
      count === 1
        ? `En respons om tillgänglighet väntar. Den skulle besvaras senast ${day}.`
        : `${count} responser om tillgänglighet väntar. Den första skulle besvaras senast ${day}.`,
  },
};
