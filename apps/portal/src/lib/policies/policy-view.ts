/** Policies as the page shows them: countries by region of WHO and by name, days in words. */
import { countriesNamed, type Policy, WHO_REGIONS } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import { LANGUAGES } from '../language/languages.ts';
import type { MessageKey } from '../language/messages.ts';
import type { Reading } from '../reference/read-in.ts';
import type { Cited } from '../rules/cited.ts';

export type PolicyView = Pick<Policy, 'id' | 'title' | 'issuer' | 'says' | 'openQuestions' | 'reviewBy'> & {
  readonly kind: MessageKey;
  readonly inForce: string;
  readonly criteria: readonly { readonly indicator: string; readonly below: number }[];
  readonly cited: readonly Cited[];
  /** Whom it is for, where it names no country. */
  readonly everywhere?: string;
  readonly isEstablished: boolean;
  readonly count: number;
  readonly regions: readonly { readonly key: MessageKey; readonly names: readonly string[] }[];
};

const KINDS: Readonly<Record<Policy['kind'], MessageKey>> = {
  'safeguards-list': 'policies.kind.list',
  'code-of-practice': 'policies.kind.code',
  'information-on-schools': 'policies.kind.schools',
};

const REGIONS: Readonly<Record<(typeof WHO_REGIONS)[number], MessageKey>> = {
  AFRO: 'policies.region.AFRO',
  AMRO: 'policies.region.AMRO',
  EMRO: 'policies.region.EMRO',
  EURO: 'policies.region.EURO',
  SEARO: 'policies.region.SEARO',
  WPRO: 'policies.region.WPRO',
};

/** What holds now first. */
export function viewPolicies({ reference, language }: Reading): readonly PolicyView[] {
  const beginning = ({ inForce }: Policy): string => inForce.from ?? '';
  return reference.law.policies
    .toSorted((a, b) => (beginning(a) < beginning(b) ? 1 : -1))
    .map((policy) => viewPolicy(policy, reference.countries, language));
}

function viewPolicy(policy: Policy, countries: ReadonlyMap<string, string>, language: Language): PolicyView {
  const { id, title, issuer, kind, says, appliesTo, criteria = [], cite, openQuestions, reviewBy } = policy;
  const { format } = LANGUAGES[language.locale];
  const named = 'countries' in appliesTo ? appliesTo.countries : {};
  return {
    ...{ id, title, issuer, says, openQuestions, reviewBy, criteria },
    kind: KINDS[kind],
    inForce: tellInForce(policy, language),
    cited: cite.map((each) => ({ cite: each })),
    isEstablished: !('notEstablished' in appliesTo),
    count: countriesNamed(policy).length,
    ...('everywhere' in appliesTo ? { everywhere: appliesTo.everywhere } : {}),
    regions: WHO_REGIONS.flatMap((region) => {
      const names = (named[region] ?? []).map((code) => countries.get(code) ?? code);
      return names.length === 0
        ? []
        : [{ key: REGIONS[region], names: names.toSorted((a, b) => a.localeCompare(b, format)) }];
    }),
  };
}

function tellInForce({ inForce: { from, to } }: Policy, { say, day }: Language): string {
  if (from !== undefined && to !== undefined)
    return say('policies.inForce.between', { from: day(from), to: day(to) });
  if (from !== undefined) return say('policies.inForce.since', { from: day(from) });
  if (to !== undefined) return say('policies.inForce.until', { to: day(to) });
  return say('policies.inForce.unknown');
}
