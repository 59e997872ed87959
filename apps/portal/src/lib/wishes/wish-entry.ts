/** What she typed into the fields of her wishes, as she typed it: kept in the browser whole, also where it cannot be read. */
import { parseJson } from '@testamur/engines/kernel';

const SCHEMA = 'testamur/wishes/1';

/** Whole numbers of one unit: the letters of ISO 8601. */
export type LengthUnit = 'D' | 'W' | 'M' | 'Y';
export const LENGTH_UNITS: readonly LengthUnit[] = ['D', 'W', 'M', 'Y'];

export type OwnEntry = {
  readonly cost: string;
  readonly currency: string;
  readonly length: string;
  readonly unit: LengthUnit;
};

export type WishEntry = {
  readonly budget: string;
  readonly currency: string;
  readonly deadline: string;
  readonly notBefore: string;
  /** Codes of countries. */
  readonly excludedCountries: readonly string[];
  /** Ids of steps. */
  readonly refusedSteps: readonly string[];
  /** Only tests in these languages; absent where any language will do. */
  readonly willLearn?: readonly string[];
  readonly excludeSelection: boolean;
  /** By id of the step. */
  readonly own: Readonly<Record<string, OwnEntry>>;
  /** The currency into which everything is converted, too; none where empty. */
  readonly into: string;
  /** What one unit of a currency is worth in `into`. */
  readonly worth: Readonly<Record<string, string>>;
  /** The day of her rates. */
  readonly ratesOn: string;
};

export const NO_WISHES: WishEntry = {
  budget: '',
  currency: '',
  deadline: '',
  notBefore: '',
  excludedCountries: [],
  refusedSteps: [],
  excludeSelection: false,
  own: {},
  into: '',
  worth: {},
  ratesOn: '',
};

export const NO_OWN: OwnEntry = { cost: '', currency: '', length: '', unit: 'M' };

export const writeWishes = (entry: WishEntry): string => JSON.stringify({ schema: SCHEMA, ...entry });

/** Nothing where the text was not written by this version of the program. */
export function readEntry(text: string): WishEntry | undefined {
  const parsed = parseJson(text, { maxLength: 200_000 });
  if (!parsed.ok || !isRecord(parsed.value) || parsed.value['schema'] !== SCHEMA) return undefined;
  const stored = parsed.value;
  const word = (name: string): string => (typeof stored[name] === 'string' ? stored[name] : '');
  return {
    budget: word('budget'),
    currency: word('currency'),
    deadline: word('deadline'),
    notBefore: word('notBefore'),
    excludedCountries: texts(stored['excludedCountries']),
    refusedSteps: texts(stored['refusedSteps']),
    ...(Array.isArray(stored['willLearn']) ? { willLearn: texts(stored['willLearn']) } : {}),
    excludeSelection: stored['excludeSelection'] === true,
    own: ownIn(stored['own']),
    into: word('into'),
    worth: Object.fromEntries(
      Object.entries(isRecord(stored['worth']) ? stored['worth'] : {}).flatMap(([currency, value]) =>
        typeof value === 'string' ? [[currency, value]] : [],
      ),
    ),
    ratesOn: word('ratesOn'),
  };
}

function ownIn(stored: unknown): WishEntry['own'] {
  if (!isRecord(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([step, figures]) => {
      if (!isRecord(figures)) return [];
      const word = (name: string): string => (typeof figures[name] === 'string' ? figures[name] : '');
      const unit = LENGTH_UNITS.find((each) => each === figures['unit']) ?? 'M';
      return [[step, { cost: word('cost'), currency: word('currency'), length: word('length'), unit }]];
    }),
  );
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
