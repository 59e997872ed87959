/** One process of the comparison of back ends: asked for a piece, answers with a report. */

import { expectOk, parseDay } from '@testamur/engines/kernel';
import {
  compileBatch,
  compiledEvaluator,
  type DifferentialReport,
  resolveLaw,
  runDifferential,
} from '@testamur/engines/recognition';
import type { Piece } from './kept-reports.ts';
import { openPacks } from './open-packs.ts';

const set = openPacks();
const on = expectOk(parseDay('2026-11-22'), 'a literal of the check');
const law = resolveLaw(set.packs, set.vocabulary, set.commonSteps, { on, knownOn: on });

process.on('message', (piece: Piece) => process.send?.(judge(piece)));
process.on('disconnect', () => process.exit());

function judge({ pack: id, seed, records }: Piece): DifferentialReport {
  const pack = set.packs.find((each) => each.pack === id);
  if (pack === undefined) throw new Error(`No such pack: ${id}.`);
  return runDifferential({
    pack,
    law,
    vocabulary: set.vocabulary,
    seed,
    records,
    backEnds: [{ name: 'compiled', evaluator: compiledEvaluator }],
    populations: [{ name: 'batch', compile: compileBatch }],
  });
}
