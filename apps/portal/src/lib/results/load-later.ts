import { loadAreas } from '../language/catalogue-store.ts';
import { pageLocale } from '../language/page-locale.ts';

export type Later = typeof import('./later.ts');

/** After the list was painted, so that nothing of this is asked for while she waits for verdicts. */
export async function loadLater(): Promise<Later> {
  await painted();
  const [later] = await Promise.all([
    import('./later.ts'),
    loadAreas(pageLocale(), ['results', 'dossier', 'take-along']),
  ]);
  return later;
}

/** A page in the background paints nothing: there a timer has to do. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 500);
  });
