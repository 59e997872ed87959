import { readIn } from '$lib/reference/read-in.ts';

/** Layers and regimes license nobody by themselves. */
export async function load({ locals }) {
  const { reference } = await readIn(locals, 'reach');
  const packs = [...reference.packs.values()].filter(({ pack }) => pack.kind === 'authority');
  return {
    authorities: packs.map(({ pack }) => ({
      id: pack.pack,
      name: pack.name,
      regulator: pack.regulator.name,
      routes: pack.routes.length,
    })),
  };
}
