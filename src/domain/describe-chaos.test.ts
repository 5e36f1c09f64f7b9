import { expect, test } from 'vitest'

import { chaosRule, describeChaos, describeNothingChosen } from './describe-chaos.ts'

const name = 'login POST /login availability in prod-eu'
const calm = { name, episodeCount: 0, blipCount: 0, weekCount: 8, brokenWeekCount: 0 }
const defended = `${name} was fulfilled in each of the last three periods.`

test.each([
  [
    'explain',
    { episodeCount: 5, blipCount: 1 },
    `${defended} Of 5 depletion episodes, 1 stands out and nobody has explained it.`,
  ],
  [
    'explain',
    { episodeCount: 13, blipCount: 2, brokenWeekCount: 1 },
    `${defended} Of 13 depletion episodes, 2 stand out and nobody has explained them. 1 of its last 8 weeks overspent the share of the week without any harm: pick a week-long signal with care.`,
  ],
  ['confirm', { episodeCount: 1 }, `${defended} Of 1 depletion episode none stands out unexplained.`],
  ['confirm', {}, `${defended} Nothing took as much as a hundredth of its budget in an episode.`],
  [
    'not-yet',
    { episodeCount: 5, blipCount: 1 },
    `${name} was not fulfilled in each of the last three periods: its steady state does not hold by itself, so that no harm could disprove it.`,
  ],
  [null, {}, `No closed period of ${name} has a verdict: nobody knows its steady state.`],
] as const)('%s, %o', (leansTo, facts, words) => {
  expect(describeChaos({ ...calm, ...facts, leansTo })).toBe(words)
})

test('the rule says what stands out', () => {
  expect(chaosRule).toContain('stands out at 1.5 times their average speed')
})

test('nothing to test is for one of three reasons', () => {
  expect([
    describeNothingChosen({ seriesCount: 0, periodCount: 11 }),
    describeNothingChosen({ seriesCount: 4, periodCount: 0 }),
    describeNothingChosen({ seriesCount: 4, periodCount: 11 }),
  ]).toEqual([
    'No SLO is in view: there is no steady state to test.',
    'No period has closed yet: nobody knows what is defended.',
    'Nothing in view was fulfilled in each of the last three periods.',
  ])
})
