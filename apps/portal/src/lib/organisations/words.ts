/** Codes of the interface as people call them; one that this page does not know yet is shown as it is. */
import type { Say } from '$lib/language/language.ts';
import type { MessageKey } from '$lib/language/messages.ts';

type Words = Readonly<Record<string, MessageKey>>;

export const KINDS = {
  school: 'organisations.kind.school',
  accreditor: 'organisations.kind.accreditor',
  authority: 'organisations.kind.authority',
  imeo: 'organisations.kind.imeo',
  hospital: 'organisations.kind.hospital',
  ministry: 'organisations.kind.ministry',
  research: 'organisations.kind.research',
} as const satisfies Words;

const ALL_KINDS: Words = { ...KINDS, platform: 'organisations.kind.platform' };

export const METHODS: Words = {
  'register-extract': 'organisations.method.register-extract',
  'world-directory': 'organisations.method.world-directory',
  'official-domain': 'organisations.method.official-domain',
  'official-letter': 'organisations.method.official-letter',
  'video-call': 'organisations.method.video-call',
  'in-person': 'organisations.method.in-person',
};

export const NATURES: Words = {
  employment: 'organisations.nature.employment',
  ownership: 'organisations.nature.ownership',
  family: 'organisations.nature.family',
  studies: 'organisations.nature.studies',
  finance: 'organisations.nature.finance',
  other: 'organisations.nature.other',
};

/** Acts for which an organisation may ask for a second pair of eyes; those of the platform's own organisation apart. */
export const REVIEWED: Words = {
  'people.invite-member': 'organisations.act.invite-member',
  'people.assign-role': 'organisations.act.assign-role',
  'people.delegate-role': 'organisations.act.delegate-role',
  'people.create-service-account': 'organisations.act.create-service-account',
  'identifying.set-provider': 'organisations.act.set-provider',
  'messaging.add-endpoint': 'organisations.act.add-endpoint',
};
export const REVIEWED_AT_PLATFORM: Words = {
  'institutions.verify-organisation': 'organisations.act.verify-organisation',
  'publishing.publish-packs': 'organisations.act.publish-packs',
  'publishing.change-log-key': 'organisations.act.change-log-key',
};

const tell = (words: Words, code: string, say: Say): string => {
  const key = words[code];
  return key === undefined ? code : say(key);
};
export const tellKind = (kind: string, say: Say): string => tell(ALL_KINDS, kind, say);
export const tellMethod = (method: string, say: Say): string => tell(METHODS, method, say);
export const tellNature = (nature: string, say: Say): string => tell(NATURES, nature, say);
export const tellAct = (act: string, say: Say): string =>
  tell({ ...REVIEWED, ...REVIEWED_AT_PLATFORM }, act, say);
