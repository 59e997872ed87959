import { canonicalise, expectOk, formatDay, hashOf } from '@testamur/engines/kernel';
import { type Inquiry, type InquiryTarget, inquire } from '@testamur/engines/recognition';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { type Asked, readRequest } from '../input/read-request.ts';
import { libraryOf } from '../open-library.ts';
import { cannotRun, refuse } from '../refuse.ts';
import { showWhyNot } from '../show/why-not.ts';
import type { WhyNotAnswer } from '../why-not-answer.ts';
import { findTarget } from './find-target.ts';

export type WhyNotArguments = Omit<Asked, 'jurisdictions'> & {
  readonly target: string;
  readonly json: boolean;
};

/** `testamur why-not FILE RULE|ROUTE`: what remains, and the smallest sets of conditions that would turn it. */
export async function runWhyNot(given: WhyNotArguments, host: Host): Promise<ExitCode> {
  const library = libraryOf(host);
  if (!library.ok) return cannotRun(library.error, host, given.json);
  const { book, registry, view, lawOf } = library.value;
  const found = findTarget(given.target, book.packs);
  const request = await readRequest(given, host, library.value);
  if (!request.ok || !found.ok)
    return refuse([...(found.ok ? [] : [found.error]), ...(request.ok ? [] : request.error)], host, given);
  const { dossier, on, knownOn } = request.value;
  const { pack, target, title } = found.value;
  const inquiry = inquire(
    lawOf(on, knownOn),
    { dossier, schools: (id) => registry.schools.get(id), registry: view },
    pack.pack,
  );
  const answer: WhyNotAnswer = {
    schema: 'testamur/why-not/1',
    on: formatDay(on),
    knownOn: formatDay(knownOn),
    dossierHash: expectOk(hashOf(dossier), 'a dossier that was read from JSON'),
    pack: pack.pack,
    packHash: book.hashes.get(pack.pack) ?? '',
    target,
    title,
    ...(inquiry.basis === undefined ? {} : { basis: inquiry.basis }),
    stands: standingOf(inquiry, target),
    residual: inquiry.residual(target),
    whyNot: inquiry.whyNot(target),
  };
  if (given.json) host.write(`${expectOk(canonicalise(answer), 'an answer is JSON')}\n`);
  else host.write(showWhyNot(answer, book, host));
  return EXIT.answered;
}

const standingOf = (inquiry: Inquiry, target: InquiryTarget): string =>
  'rule' in target ? inquiry.requirement(target.rule).verdict : inquiry.route(target.route).status;
