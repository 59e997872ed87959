import type { CredentialVerification, LayerFinding, Verification } from '@testamur/services/verifying';
import type { Host } from '../host.ts';
import { makeStyle } from './style.ts';
import { cleanText } from './wrap.ts';

const HEADLINES = {
  pass: '✔ VERIFIED: authentic, in force, and from a recognised school',
  fail: '✘ NOT VALID: do not rely on it',
  unknown: '? NOT ESTABLISHED: neither good nor bad, see what is missing',
} as const;
const SIGNS = { pass: '✔', fail: '✘', unknown: '?' } as const;
const NAMES: Readonly<Record<string, string>> = {
  form: 'Form',
  crypto: 'Signature',
  issuer: 'Signed by its issuer',
  key: 'Key',
  time: 'Dates',
  status: 'Status',
  schema: 'Schema',
  holder: 'Holder',
};

/** One sentence first; then each layer with its reason. */
export function showVerification(verification: Verification, host: Pick<Host, 'colour'>): string {
  const style = makeStyle(host.colour);
  const lines = verification.credentials.flatMap((each) => ['', ...showOne(each)]);
  const holder =
    verification.holder === undefined ? [] : ['', lineOf('Shown by its holder', verification.holder)];
  const asOf = `As of ${verification.at}; law and recognition of ${verification.on}.`;
  return `${[style.bold(HEADLINES[verification.outcome]), asOf, ...holder, ...lines].join('\n')}\n`;
}

function showOne({
  layers,
  issuer,
  recognition,
  acceptance,
  inputHash,
}: CredentialVerification): readonly string[] {
  const counts = new Map<string, number>();
  for (const { status } of acceptance.authorities)
    counts.set(status ?? 'no status', (counts.get(status ?? 'no status') ?? 0) + 1);
  return [
    `Issued by ${issuer.found === undefined ? 'somebody who is not listed here' : cleanText(issuer.found.name)}`,
    ...Object.entries(layers).map(([name, finding]) => lineOf(NAMES[name] ?? name, finding)),
    lineOf('Issuer in the registry', issuer),
    lineOf(`Recognised on ${recognition.asOfAward.on ?? 'the day of the award'}`, recognition.asOfAward),
    lineOf(`Recognised on ${recognition.asOfNow.on}`, recognition.asOfNow),
    lineOf('Where it leads', acceptance),
    ...[...counts].map(([status, count]) => `      ${status}: ${count}`),
    `  sha256 ${inputHash}`,
  ];
}

function lineOf(name: string, { outcome, reason, code, hint }: LayerFinding): string {
  const told = `  ${SIGNS[outcome]} ${name}: ${cleanText(reason)}${code === undefined ? '' : ` [${code}]`}`;
  return hint === undefined ? told : `${told}\n      ${cleanText(hint)}`;
}
