const in3 = (text: string) => ({ fi: `${text} fi`, sv: `${text} sv`, en: `${text} en` });

/** A notice of an invented institution, with every block. */
export function aNotice() {
  return {
    format: 1,
    institution: 'X0101',
    page: 'https://tuulisalmi.example.org/urakysely',
    contact: { email: 'urakysely@tuulisalmi.example.org', phone: '+358 9 000 000', hours: in3('ark. 9–15') },
    senders: ['urakysely@tuulisalmi.example.org', 'Tuulisalmi'],
    controller: in3('Tuulisalmi controller'),
    dataProtectionOfficer: 'dpo@tuulisalmi.example.org',
    purposes: [in3('planning of education'), in3('guidance of students')],
    legalBasis: in3('public interest'),
    sources: [in3('student register')],
    recipients: [],
    transfers: in3('no transfers'),
    retention: in3('until the round is frozen'),
  };
}
