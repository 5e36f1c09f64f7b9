import type { Case } from './mistake-case.ts'
import { openSloText, pyrraText, slothText } from './texts.ts'

/** Targets and the shares of slices. */
export const targetMistakes: readonly Case[] = [
  {
    what: 'percent where a share is expected',
    text: openSloText({ objective: 'target: ▸99.9' }),
    rule: 'percent-for-share',
    field: 'spec.objectives[0].target',
    hint: '99.9 looks like percent; as a share it is 0.999.',
  },
  {
    what: 'a share where percent is expected',
    text: openSloText({ objective: 'targetPercent: ▸0.999' }),
    rule: 'share-for-percent',
    field: 'spec.objectives[0].targetPercent',
    hint: '0.999 looks like a share; in percent it is 99.9.',
  },
  {
    what: 'a share in Sloth, which writes percent',
    text: slothText({ objective: '▸0.995' }),
    rule: 'share-for-percent',
    field: 'slos[0].objective',
    hint: 'in percent it is 99.5',
  },
  {
    what: 'a share in Pyrra, which writes percent',
    text: pyrraText({ target: '▸"0.9"' }),
    rule: 'share-for-percent',
    field: 'spec.target',
    hint: 'in percent it is 90',
  },
  {
    what: 'a target that is no number',
    text: pyrraText({ target: '▸"99,9"' }),
    rule: 'wrong-type',
    field: 'spec.target',
  },
  {
    what: 'a target above everything',
    text: openSloText({ objective: 'target: ▸170' }),
    rule: 'out-of-range',
    field: 'spec.objectives[0].target',
  },
  {
    what: 'a target of nothing',
    text: openSloText({ objective: 'targetPercent: ▸0' }),
    rule: 'out-of-range',
    field: 'spec.objectives[0].targetPercent',
  },
  {
    what: 'both kinds of target',
    text: openSloText({ objective: '{target: 0.9, targetPercent: ▸90}' }),
    rule: 'contradiction',
    field: 'spec.objectives[0].targetPercent',
  },
  {
    what: 'no target at all',
    text: openSloText({ objective: '▸displayName: none' }),
    rule: 'missing-field',
    field: 'spec.objectives[0].target',
  },
  {
    what: 'slices without a length',
    text: openSloText({ objective: '▸{target: 0.9, timeSliceTarget: 0.9}' }).replace(
      'Occurrences',
      'Timeslices',
    ),
    rule: 'missing-field',
    field: 'spec.objectives[0].timeSliceWindow',
  },
  {
    what: 'percent of a slice',
    text: openSloText({
      objective: '{target: 0.9, timeSliceWindow: 5m, timeSliceTarget: ▸95}',
    }).replace('Occurrences', 'Timeslices'),
    rule: 'percent-for-share',
    field: 'spec.objectives[0].timeSliceTarget',
  },
]
