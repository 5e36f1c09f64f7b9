import * as fc from 'fast-check'

/** What has broken servers before, and what is nearly right, which gets further. */
const oddTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\r\nx: y',
  '..',
  '../../etc/passwd',
  '%',
  '%00',
  '%ff',
  '%2e%2e%2f',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-0',
  '-1',
  '0',
  '1',
  '1e3',
  '1e999',
  '0x10',
  '9'.repeat(400),
  '9007199254740993',
  '2147483648',
  "' or 1=1 --",
  '$1',
  '*',
  '%_\\',
  ',',
  'a,a',
  ',,,,',
  '{}',
  '[]',
  '"',
  '<script>',
  '🙂',
  '\ud800',
  'é'.normalize('NFD'),
  '\u202Eabc',
  '\uFEFF',
  'A'.repeat(5_000),
  '2026-11-02T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2026-11-02T00:00:60Z',
  '2026-W45',
  '2026-P11',
  '2026-P99',
  '99999999-P1',
]

/** Every code point, halves of pairs too. (That of fast-check first writes down all there are, for two seconds.) */
const anyCharacters = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10_ffff)), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points))

export const garbageText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 1, arbitrary: anyCharacters },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
)

/**
 * What may stand after the host of an address, and bytes of any value. (Paths and queries of fast-check are made of a list of
 * all code points, which takes seconds to write down.)
 */
export const addressText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Array.from(`abyzABYZ0189-._~!$&'()*+,;=:@/?`)) },
      { weight: 1, arbitrary: fc.nat(0x10_ffff).map(encodedCharacter) },
    ),
    { maxLength: 40 },
  )
  .map((characters) => characters.join(''))

function encodedCharacter(point: number): string {
  return encodeURIComponent(String.fromCodePoint(point).toWellFormed())
}

/** What JSON can hold, of every type and shape. */
export const garbageJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e308, 9_007_199_254_740_992, [], {}, [[]], { a: null }),
  garbageText,
  fc.jsonValue({ maxDepth: 3 }),
)

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)

type Bytes = string | Uint8Array<ArrayBuffer>

/** By name, so that a failure tells which one it was without repeating it. */
const oddBodies: Readonly<Record<string, Bytes>> = {
  nothing: '',
  'half an object': '{',
  null: 'null',
  'a quotation mark': '"',
  'a zero byte': '\0',
  'two objects': '{"a":1}{"b":2}',
  'a prototype': '{"__proto__":{"x":1}}',
  'a constructor': '{"constructor":{"prototype":{"x":1}}}',
  'lists in lists': nested(20_000, '[', ']'),
  'open lists': '['.repeat(60_000),
  'a long text': `{"name":"${'x'.repeat(60_000)}"}`,
  'a long list': `[${'0,'.repeat(30_000)}0]`,
  'many fields': `{${Array.from({ length: 4_000 }, (_, index) => `"k${index}":0`).join(',')}}`,
  'more than is taken': 'x'.repeat(200_000),
  'another byte order': new Uint8Array([0xff, 0xfe, 0x00, 0x7b]),
  'no UTF-8': new Uint8Array([0x7b, 0xc3, 0x28, 0x7d]),
  'the beginning of gzip': new Uint8Array([0x1f, 0x8b, 0x08, 0x00, 0x00]),
}

/** A body that is wrong from its first byte, or an accepted one with one field that is. */
export type GarbageBody =
  | Readonly<{ odd: string }>
  | Readonly<{ text: string }>
  | Readonly<{ field: string; value: unknown }>
  | Readonly<{ deepField: string }>

export function garbageBody(accepted: unknown): fc.Arbitrary<GarbageBody> {
  const field = fc.constantFrom(...Object.keys(Object(accepted)), 'another')
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ field, value: garbageJson }) },
    { weight: 1, arbitrary: fc.record({ deepField: field }) },
    { weight: 1, arbitrary: garbageJson.map((value) => ({ text: jsonText(value) })) },
    { weight: 2, arbitrary: fc.constantFrom(...Object.keys(oddBodies)).map((odd) => ({ odd })) },
  )
}

/** One line of NDJSON that is nearly an accepted one, or not even that. */
export function garbageLine(accepted: object): fc.Arbitrary<string> {
  const field = fc.constantFrom(...Object.keys(accepted), 'another')
  const spoilt = fc
    .record({ field, value: garbageJson })
    .map(({ field: name, value }) => JSON.stringify({ ...accepted, [name]: value }))
  return fc.oneof({ weight: 4, arbitrary: spoilt }, { weight: 1, arbitrary: garbageJson.map(jsonText) })
}

const jsonText = (value: unknown) => JSON.stringify(value) ?? ''

export function bytesOf(body: GarbageBody, accepted: unknown): Bytes {
  if ('odd' in body) return oddBodies[body.odd] ?? ''
  if ('text' in body) return body.text
  if ('field' in body) return JSON.stringify({ ...Object(accepted), [body.field]: body.value })
  const deep = nested(9_000, '[', ']')
  return JSON.stringify({ ...Object(accepted), [body.deepField]: 'deep' }).replace('"deep"', deep)
}

export const garbageHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/json',
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'application/x-ndjson',
      'multipart/form-data; boundary=x',
      '/',
      ';;;',
    ),
    'content-encoding': fc.constantFrom('gzip', 'br', 'deflate', 'identity', 'gzip, gzip', 'nonsense'),
    accept: fc.constantFrom('*/*', 'text/html', 'application/json;q=nan', ',,;;'),
    'accept-encoding': fc.constantFrom('gzip', 'br;q=0', '*;q=2', ';q=', 'gzip;q=0.0001', ',,,'),
    'if-none-match': fc.constantFrom('*', 'W/"x"', '"', ','),
    range: fc.constantFrom('bytes=0-', 'bytes=9-1', 'nonsense'),
    cookie: fc.constantFrom('=', ';;;', 'a=b; a=c', `session=${'x'.repeat(3_000)}`, '__Host-session=%00'),
    authorization: fc.constantFrom(
      'Bearer',
      'Bearer ',
      `Bearer ${'x'.repeat(3_000)}`,
      'Basic !!!',
      'Negotiate',
    ),
    origin: fc.constantFrom('null', 'http://evil.example', 'nonsense'),
    'x-forwarded-for': fc.constantFrom('', ',', '256.0.0.1', '::'),
  },
  { requiredKeys: [] },
)
