/** Programs in the making: one for all rules of a law, one for each node inside a list or table. */
import type { Assembly } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { assemble, type Program, type Row } from './program.ts';
import { runProgram } from './run-program.ts';

/** The rows are complete before the first run. */
export function newAssembly(answersOf: (frame: Frame) => Int32Array): Assembly {
  const rows: Row[] = [];
  let program: Program | undefined;
  return {
    rows,
    answersOf,
    run: (from, to, frame) => {
      program ??= assemble(rows);
      return runProgram(program, from, to, frame, answersOf(frame));
    },
  };
}

/** Answers that only last until the next entry is asked for. */
export function newInnerAssembly(): Assembly {
  let answers: Int32Array | undefined;
  const assembly: Assembly = newAssembly(() => {
    answers ??= new Int32Array(assembly.rows.length);
    return answers;
  });
  return assembly;
}
