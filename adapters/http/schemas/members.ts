import { Type } from 'typebox';

/** Members that several of the published objects have. */
export const closed = { additionalProperties: false } as const;
export const text = () => Type.String();
export const texts = (description?: string) =>
  Type.Array(Type.String(), description === undefined ? {} : { description });

export const oneOf = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>({ enum: values, ...(description === undefined ? {} : { description }) });

export const status = (description: string) => oneOf(['open', 'withSteps', 'closed', 'unknown'], description);

export const grade = oneOf(
  ['A', 'B', 'C', 'D'],
  'Of the law: A statute or treaty, B regulator’s rule, C its guidance, D anyone else',
);
