/** The two questions of every skill. What differs between skills is only their name. */
export const importance = {
  text: {
    fi: 'Kuinka paljon tällä on merkitystä työssäsi?',
    sv: 'Hur mycket betyder detta i ditt arbete?',
    en: 'How much does this matter in your work?',
  },
  scale: 'extent',
  cannotSay: {
    fi: 'En tarvitse tätä työssäni',
    sv: 'Jag behöver inte detta i mitt arbete',
    en: 'I don’t need this in my work',
  },
};

export const development = {
  text: {
    fi: 'Kuinka paljon opintosi kehittivät tätä?',
    sv: 'Hur mycket utvecklade dina studier detta?',
    en: 'How much did your studies develop this?',
  },
  scale: 'development',
  cannotSay: { fi: 'En osaa sanoa', sv: 'Jag kan inte säga', en: 'I don’t know' },
};

export const skillsIntro = {
  fi: 'Vastaa jokaisesta taidosta kahteen kysymykseen. Jos et ole nyt työssä, ajattele viimeisintä työtäsi.',
  sv: 'Svara på två frågor om varje färdighet. Om du inte arbetar nu, tänk på ditt senaste arbete.',
  en: 'Answer two questions about each skill. If you are not working now, think of your latest job.',
};
