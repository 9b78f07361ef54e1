import type { DefaultTemplates, MessageTexts } from './message-texts.ts';

export const fi: MessageTexts = {
  who: ({ institution, degree, year }) =>
    `Kyselyn lähettää ${institution}. Saat tämän viestin, koska olet valmistunut sieltä${year ? ` vuonna ${year}` : ''}${degree ? `: ${degree}` : ''}.`,
  link: 'Vastaa kyselyyn',
  linkPlain: 'Oma linkkisi kyselyyn:',
  own: 'Linkki on vain sinun. Älä lähetä sitä eteenpäin. Voit keskeyttää ja jatkaa myöhemmin samasta linkistä.',
  until: ({ closes, minutes }) =>
    `Vastaaminen vie ${minutes} minuuttia. Voit vastata viimeistään ${closes}`.replace(/\.?$/, '.'),
  voluntary: 'Vastaaminen on vapaaehtoista. Tulokset näytetään vain ryhmien lukuina, ei kenenkään omia vastauksia.',
  privacy: 'Mitä tietoa käytetään ja miten se suojataan:',
  decline: 'Et halua lisää viestejä tästä kyselystä:',
  test: 'KOE. Tämä on koeviesti, ja sen linkki ei avaa kenenkään kyselyä.',
  code: 'Koodisi:',
};

export const fiTemplates: DefaultTemplates = {
  invitation: {
    subject: 'Miten työurasi on alkanut?',
    body: 'Hei,\n\nvalmistumisestasi on kulunut muutama vuosi. Kerro, mitä työ on vaatinut ja mitä opinnot antoivat siihen. Vastauksia käytetään, kun tutkintojen sisältöä suunnitellaan.\n\n{{locked}}\n\nKiitos ajastasi.\n{{institution}}',
  },
  'reminder-1': {
    subject: 'Muistutus: kysely työurasta',
    body: 'Hei,\n\nlähetimme sinulle viikko sitten kyselyn työurastasi. Et ole vielä aloittanut sitä. Myös sinun kokemuksesi on tärkeä, olitpa töissä omalla alallasi, muualla tai et töissä.\n\n{{locked}}\n\nTerveisin\n{{institution}}',
  },
  'unfinished-1': {
    subject: 'Kyselysi jäi kesken',
    body: 'Hei,\n\naloitit kyselyn työurastasi, ja se jäi kesken. Vastauksesi ovat tallessa. Voit jatkaa siitä, mihin jäit.\n\n{{locked}}\n\nTerveisin\n{{institution}}',
  },
  'reminder-2': {
    subject: 'Kysely työurasta on vielä auki',
    body: 'Hei,\n\nkysely työurastasi on vielä auki. Jos jokin kysymys ei koske sinua, voit jättää sen väliin.\n\n{{locked}}\n\nTerveisin\n{{institution}}',
  },
  'last-reminder': {
    subject: 'Kysely työurasta sulkeutuu pian',
    body: 'Hei,\n\ntämä on viimeinen muistutus: voit vastata kyselyyn työurastasi viimeistään {{closes}}\n\n{{locked}}\n\nTerveisin\n{{institution}}',
  },
  'sms-invitation': {
    subject: '',
    body: '{{institution}}: miten työurasi on alkanut? Vastaa {{closes_short}} mennessä: {{link}}',
  },
  'sms-reminder': { subject: '', body: '{{institution}}: kysely työurastasi on auki {{closes_short}} asti: {{link}}' },
  letter: {
    subject: 'Miten työurasi on alkanut?',
    body: 'Hei,\n\nvalmistumisestasi on kulunut muutama vuosi. Kerro, mitä työ on vaatinut ja mitä opinnot antoivat siihen.\n\n{{locked}}\n\nKiitos ajastasi.\n{{institution}}',
  },
};
