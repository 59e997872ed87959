/** What the browser asks for (RFC 9110, 12.5.4) is offered, never forced. */
import { type Locale, OFFERED } from './languages.ts';

/** The offered language that a header `Accept-Language` wants most; undefined where it wants none of them. */
export function wantedLanguage(
  header: string | null,
  offered: readonly Locale[] = OFFERED,
): Locale | undefined {
  const wishes = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map(readWish)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { primary } of wishes) {
    const found = offered.find((locale) => locale === primary);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readWish(text: string): { readonly primary: string; readonly weight: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { primary: tag.split('-')[0] ?? '', weight: weight >= 0 && weight <= 1 ? weight : 0 };
}
