declare module 'iso-3166-2' {
  type Sub = { readonly name: string; readonly type: string };
  const iso: { country(code: string): { readonly sub: Readonly<Record<string, Sub>> } | null };
  export = iso;
}
