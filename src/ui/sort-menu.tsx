import { buttonClass } from './button.tsx'
import { Disclosure } from './disclosure.tsx'
import { Icon } from './icon.tsx'
import { later } from './later.tsx'
import type { OrderTermsProps } from './order-terms.tsx'

const OrderTerms = later(async () => (await import('./order-terms.tsx')).OrderTerms)

/** By which columns rows are sorted, the most significant first. */
export function SortMenu(props: OrderTermsProps) {
  return (
    <Disclosure
      align="end"
      className={buttonClass('quiet')}
      onNear={OrderTerms.preload}
      label={
        <>
          <Icon name="sort" />
          Sort
        </>
      }
    >
      {() => <OrderTerms {...props} />}
    </Disclosure>
  )
}
