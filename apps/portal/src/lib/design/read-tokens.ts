/** The tokens as the style sheet has them, so that the page about them cannot say something else. */
export type Token = {
  readonly name: string;
  readonly light: string;
  /** Where it differs. */
  readonly dark?: string;
};

/** @example readTokens(':root { --ink: #000; } @media (prefers-color-scheme: dark) { :root { --ink: #fff; } }') // [{ name: '--ink', light: '#000', dark: '#fff' }] */
export function readTokens(sheet: string): readonly Token[] {
  const [light = '', dark = ''] = sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/@media[^{]*\(prefers-color-scheme: dark\)/);
  const inDark = new Map(declared(dark));
  return declared(light).map(([name, value]) => {
    const other = inDark.get(name);
    return { name, light: value, ...(other === undefined ? {} : { dark: other }) };
  });
}

const declared = (sheet: string): readonly (readonly [string, string])[] =>
  [...sheet.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]);

/** The tokens whose names begin so. */
export const namedLike = (tokens: readonly Token[], ...beginnings: readonly string[]): readonly Token[] =>
  tokens.filter(({ name }) => beginnings.some((beginning) => name.startsWith(`--${beginning}`)));
