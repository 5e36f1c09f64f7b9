import { expect, test } from 'vitest'

import { createLog } from './log.ts'

function logged(format: 'json' | 'text', level: 'debug' | 'info' | 'warn' = 'info') {
  const lines: string[] = []
  const log = createLog({
    level,
    format,
    write: (line) => lines.push(line),
    now: () => Date.parse('2026-11-18T03:10:00Z'),
    surroundings: () => ({ requestId: 'abc' }),
  })
  return { log, lines }
}

test('a line is one JSON object with time, level, event and what surrounds it', () => {
  const { log, lines } = logged('json')
  log.info('request', 'GET /api/slos 200 3 ms', { status: 200, method: 'GET' })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^\{.*\}\n$/)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: '2026-11-18T03:10:00.000Z',
    level: 'info',
    event: 'request',
    message: 'GET /api/slos 200 3 ms',
    requestId: 'abc',
    status: 200,
    method: 'GET',
  })
})

test('a text of several lines stays one line of JSON', () => {
  const { log, lines } = logged('json')
  log.warn('odd', 'first\nsecond "quoted"')
  expect(lines[0]?.trimEnd()).not.toContain('\n')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ message: 'first\nsecond "quoted"' })
})

test('what matters less than asked for is left out', () => {
  const { log, lines } = logged('text', 'warn')
  log.debug('a', 'a')
  log.info('b', 'b')
  log.warn('c', 'c')
  log.error('d', 'd')
  expect(lines).toEqual(['warn: c\n', 'error: d\n'])
})

test('errors come with their stack and their causes, for both readers', () => {
  const error = new Error('outside', { cause: new TypeError('inside') })
  const json = logged('json')
  json.log.error('failure', 'It failed', { error })
  expect(JSON.parse(json.lines[0] ?? '')).toMatchObject({
    error: {
      name: 'Error',
      message: 'outside',
      stack: expect.stringContaining('log.test.ts'),
      cause: { name: 'TypeError', message: 'inside' },
    },
  })
  const text = logged('text')
  text.log.error('failure', 'It failed', { error })
  expect(text.lines[0]).toMatch(/^error: It failed\nError: outside[^]+caused by TypeError: inside/)
})

test.each([
  ['json' as const, 'postgres://ada:hunter2@db.example:5432/sre is away'],
  ['text' as const, 'postgres://ada:hunter2@db.example:5432/sre is away'],
  ['json' as const, 'The database does not answer: connect ECONNREFUSED db.example:5432'],
  ['text' as const, 'getaddrinfo ENOTFOUND db.example'],
  ['json' as const, 'https://ada:hunter2@prometheus.example/api failed'],
  ['json' as const, 'https://ada:p@hunter2@prometheus.example/api failed'],
])('%s: %s keeps addresses of databases and passwords to itself', (format, words) => {
  const { log, lines } = logged(format)
  log.error('failure', words, { error: new Error(words, { cause: new Error(words) }), detail: words })
  expect(lines.join()).toMatch(/away|ECONNREFUSED|ENOTFOUND|prometheus\.example/)
  expect(lines.join()).not.toMatch(/hunter2|db\.example/)
})
