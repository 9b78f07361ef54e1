import type { ReportTexts } from './en.ts';
import { svComparison } from './comparison-sv.ts';
import { svHighlights } from './highlights-sv.ts';
import { svList } from './list-sv.ts';
import { svMethods } from './methods-sv.ts';
import { svQuadrant } from './quadrant-sv.ts';
import { svTrends } from './trends-sv.ts';

export const sv: ReportTexts = {
  service: 'Rapporter om karriäruppföljningen',
  reports: 'Rapporter',
  methods: 'Så här räknas siffrorna',
  hidden: 'visas inte',
  hiddenWhy: 'Svaren är för få, eller så kunde talet räknas ut från andra tal.',
  fewAnswers: 'få svar',

  group: { own: 'Denna examen', field: 'Området', nation: 'Hela landet', institution: 'Hela högskolan' },
  answersOf: (n, target, rate) => `${n} svar av ${target} utexaminerade (${rate})`,
  reliability: {
    good: (points) => `Tillförlitlighet: god. Slumpen påverkar en andel med högst ±${points} procentenheter.`,
    fair: (points) => `Tillförlitlighet: måttlig (±${points} procentenheter). Små skillnader kan bero på slumpen.`,
    low: (points) =>
      `Tillförlitlighet: svag (±${points} procentenheter). Använd resultaten som underlag för diskussion, inte för jämförelse.`,
    few: () => 'Tillförlitlighet: få svar. Talen är exakta, men de säger lite om andra än dem som svarade.',
  },
  reliabilityWord: {
    good: 'tillförlitlighet god',
    fair: 'tillförlitlighet måttlig',
    low: 'tillförlitlighet svag',
    few: 'få svar',
  },
  lowResponse: 'Under 30\u00a0% svarade. De som svarade kan skilja sig från övriga.',
  who: {
    lead: 'De som svarade, inom parentes alla utexaminerade:',
    share: (label, own, all) => `${label} ${own} (${all})`,
    unlike: (names) => `De som svarade avviker med över 10 procentenheter från alla utexaminerade: ${names}.`,
    none: 'Dessa resultat säger inte hur de som svarade fördelar sig efter bakgrund.',
  },
  cannotConclude: {
    title: 'Vad som inte kan utläsas',
    points: [
      'Resultaten är respondenternas egna bedömningar, inte uppmätta kunskaper.',
      'De berättar inte om enskilda studieperioders kvalitet och inte om orsakerna bakom talen.',
      'De rangordnar inte examina eller högskolor.',
    ],
  },
  comparison: {
    title: 'Jämförelse',
    ownIncluded: 'De som svarat för denna examen ingår i båda grupperna.',
  },
  whoAnswered: 'Vilka som svarade',
  contents: 'Innehåll',
  reading: 'Så läses rapporten',
  methodLinks: {
    reliability: 'Vad orden betyder',
    groups: 'Vilka som ingår',
    limits: 'Vad rapporten inte gör',
    hidden: 'Vad som inte visas',
    intervals: 'Vad intervallen berättar',
    measures: 'Så räknas medelvärden, skillnader och kvartiler',
  },
  question: {
    link: 'Närmare',
    title: 'En fråga närmare',
    back: 'Tillbaka till rapporten',
    wording: 'Exakt ordalydelse',
    asked: 'Vem som tillfrågades',
    distribution: 'Så här svarade man',
    questionnaire: 'Hela frågeformuläret',
    institution: 'Egen högskola',
    sameDegree: 'Denna examen i hela landet',
    ownIncluded: 'Denna examens egna respondenter ingår i varje grupp.',
    divided: 'Efter kön och ålder',
    dividedBy: (unit: string, variable: string) => `${unit}: ${variable.toLowerCase()}`,
    dividedHint:
      'En enskild examen delas inte upp. Större grupper delas upp när svaren är minst tio och ingens svar kan räknas ut av dem; av andra frågor och grupper visas ingenting.',
  },
  highlights: svHighlights,
  headlines: 'Huvudtal',
  graduatesOf: (years) => `utexaminerade ${years}`,
  builtOn: (day) => `Resultaten sammanställda ${day}`,
  signTitle: (sign) => `Vad ”${sign}” betyder:`,

  asked: 'Fråga',
  askedOfSome: 'Frågan ställdes bara till en del av respondenterna.',
  showTable: 'Visa som tabell',
  tableLabel: (title) => `Tabell: ${title}`,
  interval: (range) => `95\u00a0%-intervall ${range}`,
  intervalNote: 'Inom parentes 95\u00a0%-konfidensintervallet.',
  answers: (n) => `${n} svar`,
  n: 'Svar (n)',
  cannotSay: 'Kan inte säga',
  cannotSayCount: (count) => `kan inte säga: ${count}`,
  atLeast: (share) => `minst ${share}`,
  atLeastAnswered: (share, category) => `minst ${share} svarade ”${category}”`,
  mean: 'Medelvärde',
  share: 'Andel',
  figure: 'Tal',

  dumbbell: {
    importance: 'betydelse i arbetet',
    development: 'utvecklades i studierna',
    intervalKey: '95\u00a0%-intervall',
    gap: 'skillnad',
    gapInterval: (range) => `skillnadens 95\u00a0%-intervall ${range}`,
    lead: (min, max) =>
      `Medelvärden på skalan ${min}–${max}. Skillnaden är betydelse minus utveckling. Störst skillnad först, det som inte visas sist.`,
    gapNote: 'Skillnaden räknas person för person, så dess intervall är smalare än de två strecken låter förstå.',
    columns: {
      skill: 'Färdighet',
      importance: 'Betydelse i arbetet',
      development: 'Utvecklades i studierna',
      own: 'Skillnad, denna examen',
      field: 'Skillnad, området',
      nation: 'Skillnad, hela landet',
      institution: 'Skillnad, hela högskolan',
    },
  },
  diverging: {
    statement: 'Påstående',
    group: 'Respondenter',
    lead: 'Svarens andelar i procent. Till vänster om linjen skalans nedre hälft, till höger den övre.',
    upper: (words) => `Övre hälften (${words})`,
  },
  bars: {
    category: 'Svar',
    lead: 'Andelar av dem som svarade på frågan.',
    several: 'Man kunde välja flera, så andelarna kan sammanlagt bli mer än 100\u00a0%.',
    largest: (count) => `Figuren visar de ${count} vanligaste svaren, tabellen alla.`,
    nps: {
      promoters: '9–10 (skulle rekommendera)',
      passives: '7–8',
      detractors: '0–6 (skulle inte rekommendera)',
      score: 'Rekommendationstal NPS (andelen 9–10 minus andelen 0–6, −100 till +100)',
      scoreIs: (score) => `Rekommendationstal (NPS) ${score}.`,
    },
  },
  ownQuestions: {
    institution: 'Högskolans egna frågor',
    degree: 'Examens egna frågor',
    institutionNote:
      'Det här är högskolans egna frågor: de hör inte till den gemensamma enkäten, och siffrorna gäller bara dem som utexaminerats från högskolan. De ingår inte i den nationella jämförelsen: bredvid den här examen står hela högskolan.',
    degreeNote:
      'Det här är examens egna frågor: de hör inte till den gemensamma enkäten, och siffrorna gäller bara dem som har avlagt den här examen. De ingår inte i den nationella jämförelsen, och bredvid dem står inga andra siffror.',
    pairs: 'Betydelse i arbetet och utveckling i studierna',
  },
  quartiles: {
    group: 'Respondenter',
    lead: 'Punkten är medianen, strecket går från den nedre till den övre kvartilen: hälften av svaren ryms inom det.',
    note: 'Talen är avrundade och visas för minst 21 svar. Medelvärde, minsta och största värde visas aldrig.',
    lower: 'Nedre kvartil',
    median: 'Median',
    upper: 'Övre kvartil',
    range: (from, to) => `hälften mellan ${from} och ${to}`,
  },

  list: svList,
  compare: svComparison,
  trends: svTrends,
  quadrant: svQuadrant,
  files: {
    title: 'Rapporten som fil',
    pdf: 'PDF för utskrift',
    xlsx: 'Excel-arbetsbok, ett blad för varje avsnitt',
    csv: 'CSV för program',
    csvSemicolon: 'CSV för kalkylprogram (semikolon och decimalkomma)',
    json: 'JSON',
    html: 'Webbsida som fungerar för sig',
    invented: 'Demonstration: högskolorna och uppgifterna är påhittade.',
    columns: {
      figure: 'Figur',
      row: 'Rad',
      column: 'Kolumn',
      value: 'Värde',
      low: '95\u00a0%-intervallet, nedre gräns',
      high: '95\u00a0%-intervallet, övre gräns',
      read: 'Som på sidan',
    },
  },
  tableOf: 'Tabell',
  notShown: {
    title: 'Ingen rapport att visa',
    body: 'Det finns ingen rapport om denna examen: antingen är svaren för få, eller så har ingen tillfrågats.',
    back: 'Alla rapporter',
  },
  notices: {
    language: (value) => `Språket ”${value}” finns inte. Sidan är på svenska.`,
    institution: (value) => `Högskolan ”${value}” finns inte i dessa resultat. Alla högskolor visas.`,
    field: (value) => `Området ”${value}” finns inte i dessa resultat. Alla områden visas.`,
    release: (value) => `Resultaten ”${value}” finns inte. De nyaste visas.`,
  },
  methodsPage: {
    title: 'Så här räknas siffrorna',
    sections: [
      {
        id: 'respondents',
        title: 'Vilka som räknas med',
        body: [
          'Målgruppen är alla som avlade examen det år som omgången gäller. Ingen tas bort ur den: också de som avböjde eller inte kunde nås räknas med.',
          'Respondenter är de som skickade in sina svar. Svar som påbörjades men aldrig skickades ingår inte i resultaten.',
          'Svarsprocenten är antalet respondenter delat med målgruppens storlek.',
        ],
      },
      {
        id: 'groups',
        title: 'Vad som jämförs',
        body: [
          'Området är alla examina inom samma utbildningsområde vid alla högskolor, hela landet är alla examina. Denna examen ingår i båda, så skillnaden till dem är lite mindre än skillnaden till de övriga skulle vara.',
          'Svaren viktas inte.',
        ],
      },
      {
        id: 'hidden',
        title: 'Vad som inte visas',
        body: [
          'Ett tal visas när minst fem personer har svarat på frågan, och tio när frågan är känslig, till exempel lön.',
          'Dessutom döljs tal som ett dolt tal kunde räknas ut från, och tal där nästan alla svarade lika. I det senare fallet kan rapporten säga ”minst 85\u00a0%”: en sådan gräns är en multipel av fem och jämförs, ordnas eller ritas inte.',
          'Allt som är dolt ser likadant ut oavsett orsak, också när ingen svarade. Det som är dolt finns inte alls på sidan.',
          'Tal som bygger på fem till nio svar har orden ”få svar” bredvid sig.',
        ],
      },
      {
        id: 'intervals',
        title: 'Intervall',
        body: [
          '95\u00a0%-intervallet berättar hur långt ett tal kan ligga från det som alla utexaminerade i samma omgång skulle ha gett, om de som inte svarade liknar dem som svarade. Andelar har Wilsonintervall och medelvärden t-intervall, båda med korrektion för ändlig population.',
          'Intervallet täcker inte möjligheten att de som inte svarade skiljer sig från de övriga.',
          'Var och en tillfrågas bara om det som gäller en själv, och varje fråga kan lämnas obesvarad. I intervallen är N ändå hela målgruppen, vilket gör intervallet hellre brett än smalt.',
        ],
      },
      {
        id: 'reliability',
        title: 'Tillförlitlighet',
        body: [
          'Ordet beror på antalet respondenter: god från 93 (en andel kan variera med ±10 procentenheter), måttlig från 21 (±20), svag från 10 (±26), därunder få svar.',
          'Där färre än 30\u00a0% svarade och dessutom någon uppgift i registret avviker med över 10 procentenheter mellan dem som svarade och alla utexaminerade, är ordet ett steg lägre.',
          'Här används inte korrektionen för ändlig population, eftersom den som planerar för kommande studerande läser ett år som ett urval.',
        ],
      },
      {
        id: 'measures',
        title: 'Medelvärden, skillnader och kvartiler',
        body: [
          'Medelvärden och skillnaden räknas på skalans steg 1–6. Skillnaden för en färdighet är betydelse i arbetet minus utveckling i studierna, för dem som svarade på båda. Svar utanför skalan, som ”jag kan inte säga”, ingår inte i medelvärden eller andelar; antalet visas för sig.',
          'Rekommendationstalet är andelen 9–10 minus andelen 0–6.',
          'Lön och andra antal visas som avrundad median och kvartiler, från 21 svar.',
          'Procenttalen är heltal och medelvärdena har en decimal. På grund av avrundning blir summan av andelarna inte alltid 100.',
        ],
      },
      {
        id: 'limits',
        title: 'Vad rapporten inte gör',
        body: [
          'Den berättar inte om orsaker, rangordnar ingenting och märker inga skillnader som signifikanta. När talen är många skiljer sig några från området av ren slump.',
          'Resultaten är respondenternas egna bedömningar.',
        ],
      },
      ...svMethods,
    ],
  },
};
