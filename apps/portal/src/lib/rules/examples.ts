import type { RuleCase, Source } from '@testamur/engines/recognition';
import { type Shown, showVerdict } from '../ui/looks.ts';

export type ExampleGroup = {
  /** Where the sentence stands, when its id is one of the pack's sources. */
  readonly source?: Source;
  /** The sentence of the source that the examples test, in our words. */
  readonly sentence: string;
  readonly examples: readonly { readonly name: string; readonly shown: Shown }[];
};

/** Cases of one rule, by the sentence of the source that they test. Authors write `source-id: sentence`. */
export function groupExamples(
  cases: readonly RuleCase[],
  sources: readonly Source[],
): readonly ExampleGroup[] {
  const groups = new Map<string, RuleCase[]>();
  for (const each of cases) groups.set(each.sentence, [...(groups.get(each.sentence) ?? []), each]);
  return [...groups].map(([sentence, members]) => {
    const [, id, rest] = /^([a-z0-9-]+): (.+)$/s.exec(sentence) ?? [];
    const source = sources.find((each) => each.source === id);
    return {
      ...(source === undefined ? {} : { source }),
      sentence: source === undefined ? sentence : (rest ?? sentence),
      examples: members.map((each) => ({
        name: each.case,
        shown: showVerdict({ ...each.expect, reasons: each.expect.reasons ?? ['notSaid'] }),
      })),
    };
  });
}
