import * as fc from 'fast-check'

import type { SloCatalog } from '../slo-catalog.ts'
import { sloCatalog } from './generated-catalog.ts'

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
            ? { ...slo, target: slo.target / 2, slaTarget: null }
            : slo,
        ),
    }))

/** A catalog, and what its files may say next. */
export const catalogPair = sloCatalog.chain((first) =>
  fc.tuple(fc.constant(first), fc.oneof({ weight: 3, arbitrary: changeOf(first) }, sloCatalog)),
)
