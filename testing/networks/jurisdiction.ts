/** What one jurisdiction asks of a doctor from abroad: ten facts, fifteen steps of its own, and one for each licence it accepts. */
import type { NewStep } from './build-network.ts';
import {
  type Draw,
  LANGUAGES,
  ONE_YEAR,
  STANDING,
  THREE_YEARS,
  TRANSLATED,
  VERIFIED,
} from './common-steps.ts';

export type Jurisdiction = {
  readonly id: string;
  readonly language: string;
  /** How hard and dear its own way is, in hundredths. */
  readonly severity: number;
};

export const factOf = (
  id: string,
  fact:
    | 'papers'
    | 'part1'
    | 'part2'
    | 'eligible'
    | 'adapted'
    | 'law'
    | 'fit'
    | 'provisional'
    | 'licence'
    | 'practised',
): string => `${id}.${fact}`;

export function drawJurisdiction(id: string, draw: Draw): Jurisdiction {
  const language = draw.inHundred(45) ? LANGUAGES[0] : draw.oneOf(LANGUAGES);
  return { id, language, severity: draw.oneOf([40, 70, 100, 100, 150, 250, 400]) };
}

export function ownSteps({ id, language, severity }: Jurisdiction, draw: Draw): readonly NewStep[] {
  const fact = (name: Parameters<typeof factOf>[1]): string => factOf(id, name);
  const days = (low: number, high: number): number => draw.between(low, high);
  const euros = (low: number, high: number): number => Math.round((draw.between(low, high) * severity) / 100);
  const make = (
    name: string,
    needs: readonly string[],
    brings: string,
    [time, price]: readonly [number, number],
  ): NewStep => ({ key: `${id}.${name}`, needs, brings: [brings], days: time, euros: price });
  const registration = make(
    'registration',
    [fact('provisional'), fact('adapted'), fact('law'), STANDING],
    fact('licence'),
    [days(20, 60), euros(150, 700)],
  );
  return [
    make('papers.central', [VERIFIED], fact('papers'), [days(10, 40), euros(50, 250)]),
    make('papers.national', [TRANSLATED], fact('papers'), [days(60, 160), euros(20, 120)]),
    make('exam.1', [fact('papers'), language], fact('part1'), [days(90, 200), euros(200, 700)]),
    make('exam.2', [fact('part1')], fact('part2'), [days(90, 180), euros(500, 1_500)]),
    make('ward.assessment', [fact('part1'), fact('adapted')], fact('part2'), [days(60, 90), euros(100, 400)]),
    make('by-exams', [fact('part1'), fact('part2')], fact('eligible'), [days(10, 30), euros(50, 150)]),
    make('equivalence', [fact('papers'), THREE_YEARS, language, TRANSLATED], fact('eligible'), [
      days(120, 240),
      euros(300, 1_200),
    ]),
    make('supervised', [fact('papers'), language], fact('adapted'), [days(300, 400), euros(50, 200)]),
    make('aptitude', [fact('law'), language, ONE_YEAR], fact('adapted'), [days(60, 120), euros(800, 2_000)]),
    make('law.course', [], fact('law'), [days(5, 20), euros(150, 400)]),
    make('law.exam', [language], fact('law'), [days(40, 90), euros(30, 120)]),
    make('fitness', [], fact('fit'), [days(10, 30), euros(40, 150)]),
    make('provisional.registration', [fact('eligible'), fact('fit'), language], fact('provisional'), [
      days(20, 90),
      euros(100, 400),
    ]),
    { ...registration, completes: id },
    make('practice', [fact('licence')], fact('practised'), [365, 0]),
  ];
}

/** The licence of one jurisdiction, or a year of practice under it, opens another; half of them also spare her the adaptation. */
export function acceptance(from: string, to: Jurisdiction, draw: Draw): NewStep {
  const licence = factOf(from, draw.inHundred(30) ? 'practised' : 'licence');
  const spared = draw.inHundred(50) ? [factOf(to.id, 'adapted')] : [];
  return {
    key: `${to.id}.accepts.${from}`,
    needs: [licence, VERIFIED],
    brings: [factOf(to.id, 'eligible'), ...spared],
    days: draw.between(20, 90),
    euros: draw.between(60, 400),
  };
}
