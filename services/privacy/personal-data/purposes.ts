/** Articles of Regulation (EU) 2016/679 (GDPR) on which keeping personal data can rest. */
export const BASES = {
  consent: { article: '6(1)(a)', words: 'consent, which can be withdrawn' },
  contract: { article: '6(1)(b)', words: 'needed for the account that the person asked for' },
  obligation: { article: '6(1)(c)', words: 'a legal obligation' },
  interest: { article: '6(1)(f)', words: 'a legitimate interest, to which one can object' },
} as const;
export type Basis = keyof typeof BASES;

/** Why something about people is kept. */
export const PURPOSES = {
  account: { basis: 'contract', words: 'to keep the account of the person, in her own tenant' },
  'sign-in': { basis: 'contract', words: 'to know that it is she who signs in, and where she is signed in' },
  membership: {
    basis: 'contract',
    words: 'to let people work together in an organisation, each with her own roles',
  },
  'second-eyes': {
    basis: 'interest',
    words:
      'to have acts with consequences for others approved by a second person, and not by one with an interest',
  },
  accountability: {
    basis: 'obligation',
    words: 'to show who did what, when and why (GDPR 5(2) and 32), unchangeable for everybody',
  },
  messages: { basis: 'contract', words: 'to send what the person or her organisation asked to be told' },
  retries: { basis: 'contract', words: 'to answer a repeated request as the first one was answered' },
  limits: {
    basis: 'interest',
    words: 'to keep anybody from doing something so often that others are harmed',
  },
  rights: {
    basis: 'obligation',
    words: 'to carry out the rights of GDPR 15 to 22, and to prove that they were (GDPR 5(2), 7(1))',
  },
  research: {
    basis: 'consent',
    words:
      'to count careers in statistics on pathways, without names, of those who agree; nothing is counted yet',
  },
} as const satisfies Readonly<Record<string, { readonly basis: Basis; readonly words: string }>>;
export type Purpose = keyof typeof PURPOSES;

/** How long. "Erased" means that the person's key is destroyed: what is left can be read by nobody. */
export const RETENTIONS = {
  account: 'as long as the account; readable by nobody from the moment it is erased',
  'sign-in': 'as long as the account, or until removed by the person; removed when it is erased',
  membership:
    'as long as the organisation is here, to explain its records; the name readable until the person is erased',
  invitation: 'the name until 30 days after the invitation ends, or until the person who took it is erased',
  record: 'as long as the act that it explains; what tells of the person readable until she is erased',
  trail:
    'for ever, without names: random numbers, times and salted hashes; reasons readable until the person who gave them is erased',
  day: '24 hours',
  sent: 'the words until the message is sent; that it was sent, as long as the account',
  proof:
    'for ever, without names, as a proof of what was asked and done; words readable until the person is erased',
  none: 'nothing about people',
} as const;
export type Retention = keyof typeof RETENTIONS;

/** Who gets to see it, beside the person herself. */
export const RECIPIENTS = {
  nobody: 'nobody else',
  organisation: 'leaders of the organisation concerned',
  auditors: 'administrators and auditors of the organisation concerned',
  operators: 'operators of the platform',
  public: 'everybody',
} as const;
export type Recipient = keyof typeof RECIPIENTS;
