import type { Language } from '../../server/engine/text.ts';

/** What generated text never says: a judgement, an absence that was not shown, a cause, false precision. */
export const BANNED: Readonly<Record<Language, RegExp>> = {
  fi: /(^|[^\p{L}])(parempi|parempia|huonompi|huonompia|menestyi|sama|ei eroa|osaavat|johtui|paransi|vaikutti|tasan|varmasti)(?![\p{L}])/iu,
  sv: /(^|[^\p{L}])(bättre|sämre|lyckades|samma resultat|ingen skillnad|berodde|förbättrade|exakt hälften|säkert)(?![\p{L}])/iu,
  en: /(^|[^\p{L}])(better|worse|succeeded|no difference|caused|improved|certainly|students can)(?![\p{L}])/iu,
};

/** Moreover no sentence made from figures ranks, judges, explains or promises, nor speaks of graduates for respondents. */
export const BANNED_IN_SENTENCES: Readonly<Record<Language, RegExp>> = {
  fi: /(^|[^\p{L}])(par(as|haat?|haiten)|huono\p{L}*|heik\p{L}*|vahv\p{L}*|sijoit\p{L}*|sijalla|kärje\p{L}*|erinomai\p{L}*|hyv(ä|in)|onnistu\p{L}*|epäonnistu\p{L}*|koska|siksi|takia|vuoksi|ansiosta|aiheut\p{L}*|merkitsev\p{L}*|valmistune\p{L}*|opiskelijat)(?![\p{L}])/iu,
  sv: /(^|[^\p{L}])(bäst\p{L}*|sämst\p{L}*|svag\p{L}*|stark\p{L}*|rang\p{L}*|plats|placer\p{L}*|utmärkt\p{L}*|bra|dålig\p{L}*|lycka\p{L}*|misslyck\p{L}*|eftersom|därför|tack vare|orsak\p{L}*|signifikant\p{L}*|utexaminera\p{L}*|studenterna)(?![\p{L}])/iu,
  en: /(^|[^\p{L}])(best|worst|weak\p{L}*|strong\p{L}*|rank\p{L}*|top|bottom|excellent|good|bad|poor\p{L}*|fail\p{L}*|success\p{L}*|because|therefore|thanks to|due to (?!chance)|caus\p{L}*|significant\p{L}*|graduates|students)(?![\p{L}])/iu,
};
