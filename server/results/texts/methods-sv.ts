import type { MethodSections } from './methods-en.ts';

export const svMethods: MethodSections = [
  {
    id: 'highlights',
    title: 'Så görs lyften',
    body: [
      'Varje huvudtal, varje färdighet (utveckling och skillnad) och varje påstående på sidan jämförs med det övriga området: området utan denna examens egna svar. De lämnas bort genom subtraktion, så en punkt jämförs bara när båda talen visas exakt och minst 21 i denna examen och minst 30 i det övriga området har svarat på den.',
      'Varje jämförelse testas: medelvärden och skillnader med Students t-test, andelar med Fishers exakta test. Resultaten på hela sidan korrigeras tillsammans (Benjamini och Hochberg), eftersom några av många jämförelser skiljer sig av en slump. En skillnad lyfts fram om den är tydlig efter det, tydlig också för sig (Welchs test, för andelar Newcombes intervall) och minst 0,4 steg på skalan eller 10 procentenheter.',
      'Högst tre lyfts fram, de tydligaste först, och av dem ligger högst två åt det håll som man vanligen hoppas på. Finns det plats följer den tydligaste skillnaden i denna examen med motsvarande skillnad annars inom området bredvid; nästan varje examen har sådana skillnader.',
      'I 10\u00a0000 simulerade rapporter utan någon verklig skillnad lyfte 5,5–6,9\u00a0% ändå fram en (med 95\u00a0% säkerhet färre än 7,4\u00a0%). Av 500 sådana rapporter skulle omkring 30 visa ett lyft av en slump. Om svaren i en examen är 1,15 gånger så spridda som de övrigas gäller det 12,6–14,0\u00a0%.',
      'En skillnad kan finnas även om den inte lyfts fram. En verklig skillnad på 0,6 steg lyfts fram i 24\u00a0% av rapporterna med 21 svar, i 58\u00a0% med 41 och i 91\u00a0% med 80.',
      'Intervallen i lyften saknar korrektionen för ändlig population, eftersom den som planerar för kommande studerande läser ett år som ett urval; de är lite bredare än intervallen vid diagrammen. Med färre än 21 svar söker rapporten inga skillnader. Svaren viktas inte. Ur en publicering kommer alltid just dessa lyft.',
    ],
  },
  {
    id: 'comparison',
    title: 'Jämförelse med andra grupper',
    body: [
      'En examen kan jämföras med sitt område, landet, sin högskola, motsvarande examen på annat håll eller den egna föregående omgången. En grupp behöver 30 andra svar. Där en grupp omfattar flera högskolor ska minst tre andra finnas bland dess publicerade examina, och ingen får ha över 60\u00a0% av svaren: annars skulle gruppen visa just den.',
      'Grupperna visas hela, examens egna svar ingår. Skillnaden räknas utan dem, genom subtraktion, och bara där båda talen visas exakt. Sidans alla jämförelser korrigeras tillsammans enligt lyftens regel. Grupperna ordnas inte efter sina tal.',
      'Bilden av områdets alla examina har gränser kring områdets andel: om bara slumpen skilde examina åt skulle 95\u00a0% av dem ligga innanför de inre och 99,8\u00a0% innanför de yttre gränserna (binomialgränser, Spiegelhalter 2005). Av fyrtio examina ligger två utanför de inre gränserna av ren slump.',
    ],
  },
  {
    id: 'trends',
    title: 'Utveckling från omgång till omgång',
    body: [
      'Omgångar förenas med en linje bara där frågans innebörd inte har ändrats. För varje ny version av en enkät är det beslutat fråga för fråga hur svaren får ställas bredvid tidigare. Där skalan har ändrats ritas bara andelarna i angivna klasser; där innebörden har ändrats dras inget över brottet.',
      'En förändring nämns enligt lyftens regel: 21 svar i båda omgångarna, sidans alla förändringar korrigeras tillsammans, och minst 0,4 steg eller 10 procentenheter. Ett avvikande resultat återgår ofta av sig självt mot medelnivån.',
      'När en publicering visar flera omgångar tillsammans är en fråga med bara om den har ställts likadant i alla dem. De siffrorna ges bredvid omgångarna, aldrig i stället: ingen siffra om en omgång döljs för en om flera. Om en enskild omgång kunde räknas ut ur flera tillsammans och de andra, eller om det gick att veta vad någon har svarat, visas de flera inte.',
    ],
  },
  {
    id: 'guarantees',
    title: 'Vad som garanteras',
    body: [
      'Rapporterna utgår från en läsare som har allt som någon läsare kan se eller ladda ner, ur alla publiceringar; som känner registret och vet vilka som svarade; som vet en respondents svar; och som känner reglerna.',
      'G1 (inga små grupper) Ingen kombination av publicerade tal ger svarsfördelningen för någon grupp på färre än 5 respondenter (10 för demografiska indelningar av en enhet).',
      'G2 (inga säkra svar) Ingen kombination av publicerade tal gör någon respondents svar på någon fråga visst, inte ens för den som vet vilka som svarade och vet en respondents svar.',
      'G3 (stabilitet) Den som frågar på nytt, på ett annat språk, i ett annat format, i en annan roll eller en annan dag får just de tal som gavs förut; en ny publicering gör det aldrig möjligt att ur en gammal räkna fram färre än 5 personer.',
      'G4 (text) Öppna svar visas först när en människa har granskat dem, för grupper på minst 10 skribenter, utan någon koppling till andra svar.',
    ],
  },
  {
    id: 'not-promised',
    title: 'Vad som inte utlovas',
    body: [
      'Inget skyddar mot den som redan vet alla svar i en grupp utom ett.',
      'Inget hindrar en sannolik gissning: om 90\u00a0% av en examen är i arbete är troligen var och en av dem det.',
      'De som genomför enkäten och har tillgång till enskilda svar omfattas inte av dessa garantier; vad de gör loggas.',
    ],
  },
  {
    id: 'tested',
    title: 'Hur långt detta är testat',
    body: [
      'Ett program som inte tar något ur denna produkt angriper publiceringar med linjär algebra och gränser, och körs på simulerade länder. De är påhittade, inte verkliga.',
      'Grupper av tre delar som tillsammans är färre än fem täcks bara av det testet. Det finns grupper på färre än fem personer som svarade lika; att ingens svar blir visst vilar på de kontroller som görs vid varje publicering, inte på ett matematiskt bevis.',
      'Räkneexemplen som beräkningarna testas med är exempel, inte alla fall.',
    ],
  },
];
