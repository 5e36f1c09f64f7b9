import * as fc from 'fast-check'

export const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(?:-[a-z0-9]{1,4})?$/)
/** Any text a person may type, and what YAML takes for something else. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '1e3',
    '0x1f',
    '- a',
    'a: b',
    '# no comment',
    '|',
    'a\nb',
    ' a ',
    '2026-01-01',
  ),
)

export const someOf = (slugs: readonly string[]) =>
  fc.subarray([...slugs], { minLength: 1 }).map((some) => some.toSorted())
