import type { MethodSections } from './methods-en.ts';

export const fiMethods: MethodSections = [
  {
    id: 'highlights',
    title: 'Näin nostot tehdään',
    body: [
      'Sivun jokaista pääkohtaa, jokaista taitoa (kehittyminen ja ero) ja jokaista väittämää verrataan muuhun alaan eli alaan ilman tämän tutkinnon omia vastauksia. Ne jätetään pois vähentämällä, joten kohtaa verrataan vain, jos kumpikin luku näytetään tarkkana, siihen vastasi tästä tutkinnosta vähintään 21 ja muualta alalta vähintään 30 henkilöä.',
      'Jokainen vertailu testataan: keskiarvot ja erot Studentin t-testillä, osuudet Fisherin tarkalla testillä. Koko sivun tulokset korjataan yhdessä (Benjamini ja Hochberg), sillä monesta vertailusta jotkin eroavat sattumalta. Ero nostetaan, jos se on selvä tämän jälkeen, selvä myös yksinään (Welchin testi, osuuksilla Newcomben väli) ja vähintään 0,4 asteikon porrasta tai 10 prosenttiyksikköä.',
      'Nostoja on enintään kolme, selvimmät ensin, ja niistä enintään kaksi sillä puolella, jota yleensä toivotaan. Jos tilaa jää, lisäksi kerrotaan tutkinnon selvin ero ja vieressä vastaava ero muualla alalla; tällaisia eroja on lähes jokaisella tutkinnolla.',
      'Kun 10\u00a0000 simuloidussa raportissa mikään ei todellisuudessa eronnut, 5,5–6,9\u00a0% niistä nosti silti jotakin (95\u00a0%:n varmuudella alle 7,4\u00a0%). Viidestäsadasta tällaisesta raportista noin 30 näyttäisi noston sattumalta. Jos tutkinnon vastaukset hajaantuvat 1,15 kertaa niin laajalle kuin muiden, osuus on 12,6–14,0\u00a0%.',
      'Ero voi olla olemassa, vaikka sitä ei nosteta. Todellinen 0,6 portaan ero nostetaan 24\u00a0%:ssa raporteista, kun vastauksia on 21, 58\u00a0%:ssa, kun niitä on 41, ja 91\u00a0%:ssa, kun niitä on 80.',
      'Nostojen väleissä ei ole äärellisen perusjoukon korjausta, sillä tulevia opiskelijoita varten suunnitteleva lukee yhtä vuotta otoksena; ne ovat hieman leveämpiä kuin kuvioiden välit. Jos vastauksia on alle 21, raportti ei etsi eroja. Vastauksia ei painoteta. Samasta julkaisusta tulevat aina täsmälleen nämä nostot.',
    ],
  },
  {
    id: 'comparison',
    title: 'Vertailu muihin ryhmiin',
    body: [
      'Tutkintoa voi verrata alaansa, koko maahan, korkeakouluunsa, vastaavaan tutkintoon muualla tai omaan edelliseen kierrokseensa. Ryhmässä on oltava vähintään 30 muuta vastausta. Jos ryhmässä on useita korkeakouluja, sen näytettävissä tutkinnoissa on oltava vähintään kolme muuta korkeakoulua eikä millään saa olla yli 60\u00a0% vastauksista: muuten ryhmä näyttäisi juuri sen.',
      'Ryhmät näytetään kokonaisina, tutkinnon omat vastaukset mukana. Ero lasketaan vähentämällä omat vastaukset pois, ja vain kun molemmat luvut näytetään tarkasti. Sivun kaikki vertailut korjataan yhdessä samoin kuin nostot. Ryhmiä ei järjestetä lukujen mukaan.',
      'Alan kaikkien tutkintojen kuviossa on rajat alan osuuden ympärillä: jos vain sattuma erottaisi tutkintoja, 95\u00a0% niistä olisi sisempien ja 99,8\u00a0% ulompien rajojen sisällä (binomijakauman rajat, Spiegelhalter 2005). Neljästäkymmenestä tutkinnosta kaksi on sisempien rajojen ulkopuolella pelkän sattuman takia.',
    ],
  },
  {
    id: 'trends',
    title: 'Kehitys kierroksittain',
    body: [
      'Kierrokset yhdistetään viivalla vain, kun kysymyksen merkitys ei ole muuttunut. Jokaisesta kyselyn uudesta versiosta on päätetty kysymys kysymykseltä, miten sen vastauksia voi asettaa aiempien rinnalle. Jos asteikko on muuttunut, piirretään vain nimettyjen luokkien osuudet; jos merkitys on muuttunut, katkon yli ei piirretä mitään.',
      'Muutos nimetään nostojen säännöllä: molemmilla kierroksilla vähintään 21 vastausta, sivun kaikki muutokset korjataan yhdessä, ja muutoksen on oltava vähintään 0,4 porrasta tai 10 prosenttiyksikköä. Poikkeava tulos palautuu usein itsestään lähemmäs keskitasoa.',
      'Kun julkaisu näyttää useita kierroksia yhdessä, kysymys on mukana vain, jos se on kysytty kaikilla niillä samalla tavalla. Nämä luvut annetaan kierrosten rinnalla, ei niiden sijasta: yhtään kierroksen lukua ei piiloteta usean kierroksen luvun takia. Jos yksittäisen kierroksen voisi laskea usean kierroksen luvusta ja muista kierroksista, tai jonkun vastaus tulisi varmaksi, usean kierroksen lukua ei näytetä.',
    ],
  },
  {
    id: 'guarantees',
    title: 'Mitä taataan',
    body: [
      'Raporteissa oletetaan lukija, jolla on kaikki, mitä kuka tahansa lukija voi nähdä tai ladata, kaikista julkaisuista, joka tuntee rekisterin ja tietää, ketkä vastasivat, joka tietää yhden vastaajan vastaukset ja joka tuntee säännöt.',
      'G1 (ei pieniä ryhmiä) Mistään julkaistujen lukujen yhdistelmästä ei saada selville minkään alle 5 vastaajan ryhmän vastausten jakaumaa (yksikön taustan mukaisissa jaotteluissa alle 10 vastaajan).',
      'G2 (ei varmoja vastauksia) Mikään julkaistujen lukujen yhdistelmä ei tee kenenkään vastaajan vastausta mihinkään kysymykseen varmaksi, ei edes sille, joka tietää, ketkä vastasivat, ja tietää yhden vastaajan vastaukset.',
      'G3 (pysyvyys) Kun kysytään uudelleen, toisella kielellä, toisessa muodossa, toisessa roolissa tai toisena päivänä, saadaan täsmälleen ne luvut, jotka saatiin ennenkin; uusi julkaisu ei koskaan mahdollista sitä, että vanhasta vähentämällä päästäisiin alle 5 henkilöön.',
      'G4 (teksti) Avovastaukset näkyvät vasta, kun ihminen on lukenut ne, vain vähintään 10 kirjoittajan ryhmistä ja ilman mitään yhteyttä muihin vastauksiin.',
    ],
  },
  {
    id: 'not-promised',
    title: 'Mitä ei luvata',
    body: [
      'Mikään ei suojaa siltä, joka jo tietää ryhmän kaikki vastaukset yhtä lukuun ottamatta.',
      'Mikään ei estä todennäköistä arvausta: jos tutkinnon suorittaneista 90\u00a0% on työssä, kuka tahansa heistä todennäköisesti on.',
      'Kyselyn toteuttajat, joilla on pääsy yksittäisiin vastauksiin, eivät kuulu näiden takuiden piiriin; heidän toimistaan jää merkintä lokiin.',
    ],
  },
  {
    id: 'tested',
    title: 'Kuinka pitkälle tämä on testattu',
    body: [
      'Ohjelma, joka ei käytä mitään tästä tuotteesta, hyökkää julkaisuja vastaan lineaarialgebralla ja rajoilla, ja sitä ajetaan simuloiduilla maan kokoisilla aineistoilla. Aineistot ovat keksittyjä, eivät todellisia.',
      'Kolmesta osasta koostuvat ryhmät, joissa on yhteensä alle viisi henkilöä, kattaa vain tämä testi. On olemassa alle viiden henkilön ryhmiä, jotka vastasivat samoin; se, ettei kenenkään vastaus tule varmaksi, perustuu jokaisen julkaisun tarkistuksiin eikä matemaattiseen todistukseen.',
      'Laskelmia testataan esimerkeillä. Ne ovat esimerkkejä, eivät kaikki mahdolliset tapaukset.',
    ],
  },
];
