/** One whole dossier against all packs, with every explanation; in signature checks of the same run. */
import { assessDossier } from '@testamur/services/recognising';
import { FIRST_PACKS } from '@testamur/testing/first-packs';
import { barred, figure, type Line } from '../line.ts';
import { measure } from '../measure.ts';
import { openProduct } from '../product.ts';
import { signatureChecks } from '../signature-check.ts';

const ROUNDS = 12;

export async function* benchDossier(): AsyncIterable<Line> {
  const { library, samples } = openProduct();
  const assess = () => samples.map(({ request }) => assessDossier(library, request));
  const assessFirst = () =>
    samples.map(({ request }) => assessDossier(library, { ...request, only: FIRST_PACKS }));
  const judged = assess();
  if (judged.some(({ authorities }) => authorities.length !== library.book.packs.length))
    throw new Error('Some pack was not judged.');
  let bytes = 0;
  const render = (): void => {
    bytes = judged.reduce((sum, assessment) => sum + JSON.stringify(assessment).length, 0);
  };
  const cost = await measure(
    {
      signature: signatureChecks(),
      judging: { times: samples.length, run: assess },
      judgingFirst: { times: samples.length, run: assessFirst },
      rendering: { times: samples.length, run: render },
    },
    ROUNDS,
  );
  const inChecks = (id: string, value: number, bar: number): Line =>
    barred({ id, value: value / cost.signature, unit: 'V', bar, better: 'lower' });
  yield inChecks('dossier.fifteen-packs', cost.judgingFirst, 100);
  yield inChecks('dossier.all-packs', cost.judging, 400);
  yield figure({
    id: 'dossier.all-packs.rendered-to-bytes',
    value: (cost.judging + cost.rendering) / cost.signature,
    unit: 'V',
    better: 'lower',
  });
  yield figure({ id: 'dossier.all-packs.time', value: cost.judging / 1_000, unit: 'ms', better: 'lower' });
  yield figure({ id: 'dossier.bytes', value: bytes / samples.length, unit: 'bytes', better: 'lower' });
  yield figure({ id: 'signature-check', value: cost.signature, unit: 'µs', better: 'lower' });
}
