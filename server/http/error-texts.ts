import type { Language } from '../engine/text.ts';

/** What went wrong, as far as the reader is concerned. */
export type Trouble =
  'bad-request' | 'forbidden' | 'not-found' | 'gone' | 'too-large' | 'too-many' | 'failure' | 'pause';

type ErrorText = { title: string; what: string; then: string };

/** What happened and what to do now. */
export const ERROR_TEXTS: Readonly<Record<Language, Readonly<Record<Trouble, ErrorText>>>> = {
  fi: {
    'bad-request': {
      title: 'Emme ymmärtäneet pyyntöä',
      what: 'Selain lähetti jotain, mitä palvelu ei osaa lukea. Mitään ei muutettu.',
      then: 'Palaa edelliselle sivulle, lataa se uudelleen ja yritä uudestaan.',
    },
    forbidden: {
      title: 'Tätä sivua ei näytetä',
      what: 'Osoite ei riitä sivun avaamiseen.',
      then: 'Avaa sivu saamastasi linkistä.',
    },
    'not-found': {
      title: 'Sivua ei löydy',
      what: 'Tässä osoitteessa ei ole sivua.',
      then: 'Tarkista osoite viestistä tai kirjoita koodisi etusivulle.',
    },
    gone: { title: 'Sivua ei enää ole', what: 'Sivu on poistettu käytöstä.', then: 'Jatka etusivulta.' },
    'too-large': {
      title: 'Vastaus on liian pitkä',
      what: 'Sivua ei tallennettu, koska siinä on liikaa tekstiä. Aiemmin tallennetut vastaukset ovat tallessa.',
      then: 'Palaa edelliselle sivulle ja lyhennä tekstiä.',
    },
    'too-many': {
      title: 'Liian monta pyyntöä',
      what: 'Samasta verkosta on tullut liian monta pyyntöä.',
      then: 'Odota hetki ja yritä uudelleen.',
    },
    failure: {
      title: 'Palvelussa on häiriö',
      what: 'Aiemmin tallennetut vastaukset ovat tallessa. Viimeksi lähettämääsi sivua ei ehkä tallennettu.',
      then: 'Palaa edelliselle sivulle ja yritä hetken kuluttua uudelleen.',
    },
    pause: {
      title: 'Palvelussa on lyhyt tauko',
      what: 'Aiemmin tallennetut vastaukset ovat tallessa. Viimeksi lähettämääsi sivua ei ehkä tallennettu.',
      then: 'Yritä muutaman minuutin kuluttua uudelleen.',
    },
  },
  sv: {
    'bad-request': {
      title: 'Vi förstod inte begäran',
      what: 'Webbläsaren skickade något som tjänsten inte kan läsa. Ingenting ändrades.',
      then: 'Gå tillbaka till föregående sida, ladda den på nytt och försök igen.',
    },
    forbidden: {
      title: 'Den här sidan visas inte',
      what: 'Adressen räcker inte för att öppna sidan.',
      then: 'Öppna sidan med länken som du har fått.',
    },
    'not-found': {
      title: 'Sidan hittades inte',
      what: 'Det finns ingen sida på den här adressen.',
      then: 'Kontrollera adressen i meddelandet eller skriv din kod på förstasidan.',
    },
    gone: { title: 'Sidan finns inte längre', what: 'Sidan har tagits ur bruk.', then: 'Fortsätt från förstasidan.' },
    'too-large': {
      title: 'Svaret är för långt',
      what: 'Sidan sparades inte, eftersom den har för mycket text. Svar som har sparats tidigare finns kvar.',
      then: 'Gå tillbaka till föregående sida och förkorta texten.',
    },
    'too-many': {
      title: 'För många förfrågningar',
      what: 'Det har kommit för många förfrågningar från samma nätverk.',
      then: 'Vänta en stund och försök igen.',
    },
    failure: {
      title: 'Det är störningar i tjänsten',
      what: 'Svar som har sparats tidigare finns kvar. Sidan som du skickade sist sparades kanske inte.',
      then: 'Gå tillbaka till föregående sida och försök igen om en stund.',
    },
    pause: {
      title: 'Tjänsten har en kort paus',
      what: 'Svar som har sparats tidigare finns kvar. Sidan som du skickade sist sparades kanske inte.',
      then: 'Försök igen om några minuter.',
    },
  },
  en: {
    'bad-request': {
      title: 'We did not understand the request',
      what: 'The browser sent something that the service cannot read. Nothing was changed.',
      then: 'Go back to the previous page, reload it and try again.',
    },
    forbidden: {
      title: 'This page is not shown',
      what: 'The address is not enough to open the page.',
      then: 'Open the page with the link that you were given.',
    },
    'not-found': {
      title: 'Page not found',
      what: 'There is no page at this address.',
      then: 'Check the address in your message, or type your code on the front page.',
    },
    gone: {
      title: 'The page is no longer here',
      what: 'The page has been taken out of use.',
      then: 'Go on from the front page.',
    },
    'too-large': {
      title: 'The answer is too long',
      what: 'The page was not saved, because it has too much text. Answers that were saved before are safe.',
      then: 'Go back to the previous page and shorten the text.',
    },
    'too-many': {
      title: 'Too many requests',
      what: 'Too many requests have come from the same network.',
      then: 'Wait a moment and try again.',
    },
    failure: {
      title: 'The service has a problem',
      what: 'Answers that were saved before are safe. The page that you sent last may not have been saved.',
      then: 'Go back to the previous page and try again in a moment.',
    },
    pause: {
      title: 'The service is having a short pause',
      what: 'Answers that were saved before are safe. The page that you sent last may not have been saved.',
      then: 'Try again in a few minutes.',
    },
  },
};

/** Beside the button that sends once more what a page was sent with, since it stands on this page. */
export const HELD: Readonly<Record<Language, { what: string; again: string }>> = {
  fi: { what: 'Lähettämäsi sivu on tallessa tässä. Odota hetki ja lähetä se uudelleen.', again: 'Lähetä uudelleen' },
  sv: { what: 'Sidan som du skickade finns kvar här. Vänta en stund och skicka den igen.', again: 'Skicka igen' },
  en: { what: 'The page that you sent is held here. Wait a moment and send it again.', again: 'Send again' },
};

/** The words before the id under which the failure is noted. */
export const REFERENCE: Readonly<Record<Language, string>> = { fi: 'Viite', sv: 'Referens', en: 'Reference' };
