import * as fc from 'fast-check'

import { PPB } from '../../../../src/domain/target.ts'
import type { SloCatalog } from '../slo-catalog.ts'
import { sloCatalog } from './generated-catalog.ts'

/** As fine as files can say it: half of a billionth is the same target. */
const halfOf = (share: number) => Math.ceil((share * PPB) / 2) / PPB

/** The same catalog with some SLOs gone and others with another target. */
const changeOf = (catalog: SloCatalog): fc.Arbitrary<SloCatalog> =>
  fc
    .array(fc.constantFrom('keep', 'drop', 'retarget'), {
      minLength: catalog.slos.length,
      maxLength: catalog.slos.length,
    })
    .map((fates) => ({
      ...catalog,
      slos: catalog.slos
        .filter((_, index) => fates[index] !== 'drop')
        .map((slo) =>
          fates[catalog.slos.indexOf(slo)] === 'retarget'
            ? { ...slo, target: halfOf(slo.target), slaTarget: null }
            : slo,
        ),
    }))

/** A catalog, and what its files may say next. */
export const catalogPair = sloCatalog.chain((first) =>
  fc.tuple(fc.constant(first), fc.oneof({ weight: 3, arbitrary: changeOf(first) }, sloCatalog)),
)
