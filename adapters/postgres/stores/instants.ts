/** The driver reads a timestamp as a Date; services know texts that sort as their instants do. */
export const toInstant = (date: Date): string => date.toISOString();
export const toInstantOrNone = (date: Date | null): string | undefined => date?.toISOString();
/** How many rows a change met. */
export const countOf = (result: {
  readonly numUpdatedRows?: bigint;
  readonly numDeletedRows?: bigint;
}): number => Number(result.numUpdatedRows ?? result.numDeletedRows ?? 0n);
