import type { Wishes } from '@testamur/engines/planner';
import { lineIn } from './compose-steps.ts';
import type { Line, Section, Text } from './document.ts';
import { showDay, showMoney } from './show-values.ts';
import { inPack, type Labels, titleOf } from './texts-of-packs.ts';
import type { Speech } from './words/say.ts';

export type WishContext = {
  /** The title of a step by its id, in the language of the packs. */
  readonly stepTitle: (step: string) => string;
  readonly labels: Labels;
};

/** What she wished, so that the paper says by itself why it shows this way. */
export function composeWishes(wishes: Wishes, context: WishContext, speech: Speech): Section<Line> {
  const { say } = speech;
  const line = lineIn(speech);
  const { budget, deadline, notBefore, share } = wishes;
  const items = [
    ...(budget === undefined ? [] : [line('wishBudget', showMoney(budget, speech))]),
    ...(deadline === undefined ? [] : [line('wishDeadline', showDay(deadline, speech))]),
    ...(notBefore === undefined ? [] : [line('wishNotBefore', showDay(notBefore, speech))]),
    ...leftOutBy(wishes, context, speech),
    ...(share === undefined ? [] : [line('wishShare', percent(share, speech))]),
    ...ratesOf(wishes, speech),
  ];
  return { heading: say('wishesHeading'), intro: say('wishesIntro'), items };
}

function leftOutBy(wishes: Wishes, { stepTitle, labels }: WishContext, speech: Speech): readonly Line[] {
  const { say, inWords } = speech;
  const { excludedCountries = [], refusedSteps = [], willLearn, excludeSelection, own = {} } = wishes;
  const line = lineIn(speech);
  const steps = (ids: readonly string[]): readonly Text[] =>
    ids.map((step) => titleOf({ step, title: stepTitle(step) }, labels, speech));
  const some = (label: string, values: readonly Text[]): readonly Line[] =>
    values.length === 0 ? [] : [{ label, values }];
  const languages = (willLearn ?? []).map((code) => inWords(nameOf(code, 'language', speech)));
  return [
    ...some(
      say('wishCountries'),
      excludedCountries.map((code) => inWords(nameOf(code, 'region', speech))),
    ),
    ...some(say('wishRefused'), steps(refusedSteps)),
    ...some(say('wishLanguages'), languages),
    ...(willLearn?.length === 0 ? [line('wishLanguages', say('wishNoLanguage'))] : []),
    ...(excludeSelection === true ? [line('wishSelection', say('wishNoSelection'))] : []),
    ...some(say('wishOwn'), steps(Object.keys(own))),
  ];
}

function ratesOf({ rates }: Wishes, speech: Speech): readonly Line[] {
  if (rates === undefined) return [];
  const { say, inWords } = speech;
  const { into, worth, on, source } = rates;
  const shown = Object.entries(worth).map(([currency, amount]) =>
    inFigures(say('rateIs', { currency, value: showMoney({ amount, currency: into }, speech) })),
  );
  const named = source === 'hers' ? inWords(say('ratesHers')) : inPack(source);
  return [
    { label: say('wishRates'), values: shown },
    { label: say('ratesOf'), values: [named, inWords(showDay(on, speech))] },
  ];
}

/** Figures and codes run from left to right in every language. */
const inFigures = inPack;

const percent = (share: number, { format }: Speech): string =>
  new Intl.NumberFormat(format, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** The code itself where the language has no name for it. */
function nameOf(code: string, type: 'region' | 'language', { format }: Speech): string {
  try {
    return new Intl.DisplayNames(format, { type, fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}
