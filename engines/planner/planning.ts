/** Everything a plan is made from: the law, the person, and what can lead to what. */
import type { Day } from '../kernel/index.ts';
import type { Assessment, PersonInput, PreparedLaw } from '../recognition/index.ts';
import { type GraphBuilder, startGraph } from './graph/build-graph.ts';
import { licenceSteps } from './graph/licence-steps.ts';
import { type Judged, judgedOnce, type Standpoint, standOn, type View } from './standpoint.ts';
import { lawsToCome } from './time/laws-to-come.ts';

export type Planning = Judged & {
  /**
   * What can lead to what, for the person as she stands today; one graph for all packs that see her alike. With a day: as she will
   * stand then, if she does nothing: what lapses until then has to be gained again.
   */
  readonly graphFor: (view: View, on?: Day) => GraphBuilder;
};

/** `assessment` is that of this person under this law: it says which degree counts for which authority. */
export function openPlanning(law: PreparedLaw, person: PersonInput, assessment: Assessment): Planning {
  const stage = judgedOnce({ law, person, assessment, lawOn: lawsToCome(law) });
  const graphs = new Map<string, GraphBuilder>();
  const isZoned = person.dossier.planned?.applicationAt !== undefined;
  const standing = (view: View, on: Day): Standpoint =>
    on === law.on ? stage.today(view) : standOn(stage, view, person.dossier, on);
  const graphFor = (view: View, on: Day = law.on): GraphBuilder => {
    const key = isZoned ? `${view.basis} ${on} ${view.zone}` : `${view.basis} ${on}`;
    const held = graphs.get(key) ?? startGraph(standing(view, on), licenceSteps(stage, view));
    graphs.set(key, held);
    return held;
  };
  return { ...stage, graphFor };
}
