import type { ReadingTexts } from './reading-page.ts';

/** Pages that are only read, in Swedish. */
export const readingSv: ReadingTexts = {
  privacy: ({ institution, variables }) => ({
    title: 'Dataskydd',
    lead: 'Här berättar vi vad tjänsten sparar om dig och dina svar, och när de skiljs från varandra.',
    sections: [
      {
        id: 'who',
        heading: 'Vem som behandlar dina uppgifter',
        paragraphs: [
          `${institution ?? 'Din högskola'} gör enkäten bland sina utexaminerade. Personuppgiftsansvarig, grunden för behandlingen och kontaktpersonen anges i högskolans egen dataskyddsbeskrivning.`,
        ],
      },
      {
        id: 'what',
        heading: 'Vilka uppgifter som finns i tjänsten',
        paragraphs: [],
        list: [
          'Från studieregistret: högskola, examen, examensdag, kön, födelseår, studiespråk, meddelandenas språk, e-post och telefonnummer.',
          'Från dig: dina svar, deras språk och dagen då du skickade dem. Inget klockslag sparas med svaren.',
          variables
            ? `Från registret följer bara detta med svaren: ${variables}.`
            : 'Från registret följer bara grova uppgifter med svaren, till exempel examen och åldersgrupp.',
          'Tjänsten använder inga kakor och ingen uppföljning av andra tjänster. Din kod och dina svar sparas inte i någon logg.',
        ],
      },
      {
        id: 'open',
        heading: 'Medan enkäten är öppen',
        paragraphs: [
          'Tjänsten kan se vem som har svarat, så att påminnelser inte skickas till dem.',
          'Svaren och kontaktuppgifterna hålls isär och har ingen gemensam beteckning. De kan bara förenas med din kod och med nycklar, som förvaras utanför databasen.',
          'Varje del sparas när du går vidare från den och oftast också när du lämnar sidan. Bara svar som har skickats in tas med i resultaten.',
        ],
      },
      {
        id: 'after',
        heading: 'När enkäten är avslutad',
        paragraphs: [
          'Materialet låses. Svaren skrivs om i slumpmässig ordning, och öppna svar skiljs från de andra svaren. Enkätens nycklar förstörs.',
          'Efter det kan tjänsten inte koppla svaren till dig. Därför kan den inte heller längre radera just dina svar.',
          'Av kontaktuppgifterna återstår en beteckning, uppgiften om att du har avböjt och antalet meddelanden.',
        ],
      },
      {
        id: 'limits',
        heading: 'Vad som blir kvar',
        paragraphs: [
          'I säkerhetskopior från tiden före låsningen finns kopplingen så länge kopiorna sparas.',
          'Om du är den enda i en grupp som har svarat skyddas du av reglerna för publicering. Resultat publiceras bara om grupper, och siffror om små grupper lämnas bort.',
        ],
      },
      {
        id: 'rights',
        heading: 'Dina rättigheter',
        paragraphs: [
          'Det är frivilligt att svara. Du kan se, ändra och radera dina svar med din egen länk tills materialet låses.',
          'Kontakta din högskola i andra ärenden. Du kan också lämna in klagomål till dataombudsmannen.',
        ],
      },
    ],
  }),
  help: ({ institution, reference }) => ({
    title: 'Hjälp',
    lead: 'Här finns svar på de vanligaste frågorna.',
    sections: [
      {
        id: 'link',
        heading: 'Länken fungerar inte',
        paragraphs: [
          'Kopiera hela länken från meddelandet eller skriv koden på tjänstens förstasida. Om du har fått ett nyare meddelande, använd länken i det.',
        ],
      },
      {
        id: 'degree',
        heading: 'Examen är fel',
        paragraphs: ['Länken kan höra till någon annan. Låt bli att svara och berätta för din högskola.'],
      },
      {
        id: 'pause',
        heading: 'Jag avbröt mitt i',
        paragraphs: ['Återvänd med samma länk. Du kommer till den del där du var. Det går också på en annan enhet.'],
      },
      {
        id: 'reminder',
        heading: 'Jag fick en påminnelse fast jag har svarat',
        paragraphs: [
          'Påminnelsen kan ha skickats före ditt svar. Kontrollera med din länk att du har skickat dina svar: ett sparat svar är ännu inte skickat.',
        ],
      },
      {
        id: 'other-ways',
        heading: 'Jag kan inte svara på nätet',
        paragraphs: ['Fråga din högskola om du kan svara på papper eller per telefon.'],
      },
      {
        id: 'contact',
        heading: 'Kontaktuppgifter',
        paragraphs: [
          `${institution ?? 'Din högskola'} svarar på frågor. Kontaktuppgifterna för karriäruppföljningen finns på högskolans webbplats.`,
          ...(reference
            ? [
                `Skicka inte din kod till någon. Om någon frågar efter en referens, uppge bara slutet av koden: ${reference}.`,
              ]
            : []),
        ],
      },
    ],
  }),
  accessibility: ({ date, pages, checks, everyCombination, faults, browser, feedback }) => ({
    title: 'Tillgänglighetsutlåtande',
    lead: 'Utlåtandet gäller sidorna i den här tjänsten. Högskolan som använder tjänsten ansvarar för det.',
    sections: [
      {
        id: 'state',
        heading: 'Hur tillgänglig tjänsten är',
        paragraphs: [
          'Sidorna är gjorda enligt nivå A och AA i anvisningarna WCAG 2.2. Enkäten kan besvaras med tangentbord och utan JavaScript.',
          ...(pages === 0
            ? ['Sidorna har ännu inte granskats med program i den här versionen.']
            : [
                `Sidorna för dem som svarar granskades med program ${date}: ${pages} sidor och lägen, ${checks} granskningar. Varje sida granskades på tre språk, ${everyCombination ? 'på vart och ett' : 'turvis'} i ljust och mörkt utseende och på telefonens och datorns bredd. Personalens sidor ingår inte i antalet.`,
                faults.length === 0
                  ? 'Programmet hittade inga brister. Ett program hittar bara en del av alla brister, så vi säger inte att tjänsten helt uppfyller kraven.'
                  : 'Programmet hittade brister, så tjänsten uppfyller kraven bara delvis. Bristerna som hittades:',
              ]),
        ],
        ...(faults.length === 0 ? {} : { list: faults }),
      },
      {
        id: 'not-checked',
        heading: 'Vad som inte har granskats',
        paragraphs: [
          'Vi känner inte till brister som hindrar någon från att svara. Detta har ändå inte granskats ännu:',
        ],
        list: [
          'Ingen utomstående expert har bedömt tjänsten.',
          'Personer som använder skärmläsare har inte prövat tjänsten.',
          `Sidorna har granskats med en webbläsare (${browser}).`,
          'Ingen språkgranskare har läst texterna.',
        ],
      },
      {
        id: 'feedback',
        heading: 'Ge respons',
        paragraphs: ['Berätta om bristen på responssidan. Du får svar inom 14 dagar.'],
        link: { href: feedback, label: 'Ge respons om tillgängligheten' },
      },
      {
        id: 'supervision',
        heading: 'Tillsyn',
        paragraphs: [
          'Om du inte får svar inom 14 dagar eller inte är nöjd med svaret kan du klaga till tillsynsmyndigheten: Transport- och kommunikationsverket Traficom, enheten för tillsyn över digital tillgänglighet, tillganglighetskrav.fi.',
          `Utlåtandet gjordes ${date} av granskningens resultat.`,
        ],
      },
    ],
  }),
  genuine: (linkStart) => ({
    title: 'Är meddelandet äkta?',
    lead: 'Så kontrollerar du att meddelandet hör till din högskolas karriäruppföljning.',
    sections: [
      {
        id: 'check',
        heading: 'Kontrollera innan du svarar',
        paragraphs: [],
        list: [
          ...(linkStart ? [`Länken börjar alltid med ${linkStart}.`] : []),
          'Din högskola berättar om enkäten på sin webbplats. Sök upp webbplatsen själv, inte via länken i meddelandet.',
          'Enkätens första sida visar din högskola, din examen och ditt examensår.',
          'Du kan själv skriva koden på tjänstens förstasida. Du behöver inte öppna länken.',
        ],
      },
      {
        id: 'never',
        heading: 'Vad vi aldrig frågar efter',
        paragraphs: ['Vi frågar inte efter bankkoder, lösenord eller personbeteckning.'],
      },
      {
        id: 'doubt',
        heading: 'Om du misstänker meddelandet',
        paragraphs: ['Öppna inte länken. Berätta om meddelandet för din högskola.'],
      },
    ],
  }),
};
