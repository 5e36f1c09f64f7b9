import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createSharedAnswers } from './shared-answers.ts'

test('those who ask while an answer is made share the one after it', async () => {
  const answers = createSharedAnswers()
  let made = 0
  const ask = () => answers.of('/api/slos', async () => `${(made += 1)}`)
  expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual([
    '1',
    ...Array.from({ length: 19 }, () => '2'),
  ])
  expect(await ask()).toBe('3')
})

test('other questions are not waited for', async () => {
  const answers = createSharedAnswers()
  const never = new Promise<string>(() => undefined)
  void answers.of('/api/slos', () => never)
  expect(await answers.of('/api/teams', async () => 'teams')).toBe('teams')
})

test('a failure is told to those who asked for what failed, and to nobody after them', async () => {
  const answers = createSharedAnswers()
  const fails = async () => {
    throw new Error('away')
  }
  const refused = answers.of('/api/slos', fails)
  const after = answers.of('/api/slos', async () => 'back')
  await expect(refused).rejects.toThrow('away')
  expect(await after).toBe('back')
})

test('nobody is told what was true before their question, however questions and writes follow each other', async () => {
  const anyStep = fc.constantFrom('ask', 'write')
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(anyStep, { maxLength: 30 }), async (scheduler, steps) => {
      const answers = createSharedAnswers()
      let written = 0
      const asked: Promise<void>[] = []
      for (const step of steps) {
        if (step === 'write') written += 1
        else {
          const atLeast = written
          const read = async () => {
            const seen = written
            await scheduler.schedule(Promise.resolve())
            return `${seen}`
          }
          asked.push(
            answers
              .of('/api/slos', read)
              .then((answer) => expect(Number(answer)).toBeGreaterThanOrEqual(atLeast)),
          )
        }
        if (scheduler.count() > 0 && written % 2 === 0) await scheduler.waitNext(1)
      }
      await scheduler.waitFor(Promise.all(asked))
    }),
  )
})
