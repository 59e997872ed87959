/** Where a verified degree leads: the same question that any dossier is asked, with the credential as its evidence. */
import type { Verdict } from '@testamur/engines/credentials';
import { type Day, formatDay, type Json } from '@testamur/engines/kernel';
import type { AuthorityResult } from '@testamur/engines/recognition';
import { assessDossier, type Library, readQuestion } from '@testamur/services/recognising';
import type { IssuerFound } from './issuer-list.ts';
import { isOpen, passes } from './layer.ts';
import { readDegree } from './read-degree.ts';
import type { Acceptance, AcceptanceFinding } from './verification.ts';

export type AcceptanceQuestion = {
  readonly verdict: Verdict;
  readonly issuer: IssuerFound | undefined;
  readonly awardedOn: Day | undefined;
  readonly on: Day;
  readonly jurisdictions?: readonly string[];
};

/** `pass` says that the question could be asked, never that a licence is open: that stands with each authority. */
export function judgeAcceptance(library: Library, question: AcceptanceQuestion): AcceptanceFinding {
  const { verdict, issuer, awardedOn, on, jurisdictions } = question;
  const nothing = (finding: ReturnType<typeof isOpen>): AcceptanceFinding => ({
    ...finding,
    authorities: [],
  });
  if (verdict.outcome !== 'pass' || verdict.signed === undefined)
    return nothing(
      isOpen('VERIFYING_NOT_AUTHENTIC', 'Not asked, since the credential is not known to be good.'),
    );
  if (issuer === undefined)
    return nothing(
      isOpen(
        'VERIFYING_ISSUER_NOT_LISTED',
        'Not asked, since whose identifier this is has not been established.',
      ),
    );
  if (awardedOn === undefined)
    return nothing(
      isOpen('VERIFYING_AWARD_DAY_UNKNOWN', 'Not asked, since it does not say when it was awarded.'),
    );
  const dossier = readDegree(verdict.signed.document, { issuer, awardedOn: formatDay(awardedOn) });
  if (!dossier.ok) return nothing(isOpen(dossier.error.code, dossier.error.message));
  const proven = dossier.value as unknown as Json;
  if (jurisdictions?.length === 0)
    return {
      ...passes('The credential proves a degree in medicine; no authority was asked.'),
      authorities: [],
      dossier: proven,
    };
  const asked = {
    dossier: dossier.value,
    on: formatDay(on),
    ...(jurisdictions === undefined ? {} : { jurisdictions }),
  };
  const request = readQuestion(asked, { library, today: on, latest: on });
  if (!request.ok)
    return {
      ...nothing(isOpen('VERIFYING_QUESTION', request.error.map(({ message }) => message).join(' '))),
      dossier: proven,
    };
  const { authorities } = assessDossier(library, request.value);
  return {
    ...passes(
      'Asked of each authority with nothing but this credential: what it does not say is unknown there.',
    ),
    authorities: authorities.filter(({ kind }) => kind === 'authority').map(shorten),
    dossier: proven,
  };
}

function shorten(authority: AuthorityResult): Acceptance {
  const { pack, packHash, name, jurisdiction, status, restrictedStatus, bestRoute, routes } = authority;
  const best = routes.find(({ route }) => route === bestRoute);
  const count = (verdict: string) =>
    best?.requirements.filter((each) => each.verdict === verdict).length ?? 0;
  return {
    ...{ pack, packHash, name, jurisdiction },
    ...(status === undefined ? {} : { status }),
    ...(restrictedStatus === undefined ? {} : { restrictedStatus }),
    ...(bestRoute === undefined ? {} : { bestRoute }),
    remainingSteps: best === undefined ? [] : [...best.remainingSteps, ...best.finally],
    met: count('met'),
    unknown: count('unknown'),
  };
}
