import { useId, type ReactNode } from 'react'

import { formatCount } from '../domain/format.ts'
import { buttonClass } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { Disclosure } from './disclosure.tsx'
import { Icon } from './icon.tsx'
import { MultiFilter } from './multi-filter.tsx'
import styles from './settings.module.css'
import { BesideTableContext, SETTINGS_PX } from './around-table.ts'
import { useFilterKey } from './use-filter-key.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

type SettingsPageProps = Readonly<{
  settings: ReactNode
  /** How many settings differ from the page's own, for the button that a narrow screen has instead of the panel. */
  setCount: number
  onReset: () => void
  header: ReactNode
  children: ReactNode
}>

/** A page with all that narrows it beside it; on a narrow screen behind a button. */
export function SettingsPage({ settings, setCount, onReset, header, children }: SettingsPageProps) {
  const filters = useFilterKey()
  const panel = (
    <>
      <div className={styles['head']}>
        <h2>Settings</h2>
        {setCount > 0 && (
          <button type="button" className="link" onClick={onReset}>
            Reset
          </button>
        )}
      </div>
      {settings}
    </>
  )
  return (
    <div className={styles['page']}>
      <aside className={styles['panel']} aria-label="Settings" {...filters}>
        {panel}
      </aside>
      <div className={styles['content']}>
        {header}
        <div className={styles['folded']} {...filters}>
          <Disclosure
            className={buttonClass()}
            isSheet
            label={
              <>
                <Icon name="settings" />
                {setCount === 0 ? 'Settings' : `Settings, ${setCount} set`}
              </>
            }
          >
            {() => <div className={styles['sheet']}>{panel}</div>}
          </Disclosure>
        </div>
        <BesideTableContext value={SETTINGS_PX}>{children}</BesideTableContext>
      </div>
    </div>
  )
}

type RadioSettingProps<Value extends string> = Readonly<{
  label: string
  /** `why` says why an option cannot be chosen at the moment. */
  options: readonly Readonly<{ value: Value; label: string; why?: string | undefined }>[]
  value: Value | null
  onChange: (value: Value) => void
}>

export function RadioSetting<Value extends string>({
  label,
  options,
  value,
  onChange,
}: RadioSettingProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles['setting']}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['radio']}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.why !== undefined}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.why !== undefined && <span className={styles['why']}>{option.why}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

export type FacetOption = Readonly<{
  slug: string
  name: string
  /** Where `name` is its id: what else it is found by. */
  also?: string
  count: number
  /** Whether it is in while nothing is chosen. */
  isOwn: boolean
}>

type FacetSettingProps = Readonly<{
  label: string
  options: readonly FacetOption[]
  /** Empty means those that are in by themselves. */
  selected: readonly string[]
  onChange: (selected: readonly string[]) => void
}>

/** A choice that would show nothing with the others as they are cannot be made. */
const NOTHING_LEFT = 'no row with the other settings'

/** More than these are found by searching. */
const MOST_IN_SIGHT = 8

/** Any of several, each with the rows it would show. Everything is in until something is taken out, or one thing is picked alone. */
export function FacetSetting({ label, options, selected, onChange }: FacetSettingProps) {
  if (options.length === 0) return null
  if (options.length > MOST_IN_SIGHT) {
    return (
      <fieldset className={styles['setting']}>
        <legend>{label}</legend>
        <MultiFilter
          label={label}
          options={options.map(({ slug, name, also, count }) => ({
            value: slug,
            label: name,
            also,
            count,
            why: count === 0 && !selected.includes(slug) ? NOTHING_LEFT : undefined,
          }))}
          selected={selected}
          onChange={onChange}
        />
      </fieldset>
    )
  }
  const isIn = ({ slug, isOwn }: FacetOption) => (selected.length === 0 ? isOwn : selected.includes(slug))
  // What is chosen can always be taken back.
  const isOffered = ({ slug, count }: FacetOption) => count > 0 || selected.includes(slug)
  function toggle(toggled: FacetOption, isChosen: boolean) {
    const isChosenNow = (option: FacetOption) => (option === toggled ? isChosen : isIn(option))
    // None at all would show nothing: the last one taken out puts everything back.
    const isAsBefore = options.every((option) => isChosenNow(option) === option.isOwn)
    onChange(isAsBefore ? [] : options.filter(isChosenNow).map(({ slug }) => slug))
  }
  return (
    <fieldset className={styles['setting']}>
      <legend>{label}</legend>
      {options.map((option) => (
        <div
          key={option.slug}
          className={styles['facet']}
          title={isOffered(option) ? undefined : `${option.name}: ${NOTHING_LEFT}`}
        >
          <Checkbox
            isChecked={isIn(option)}
            isDisabled={!isOffered(option)}
            onChange={(isChosen) => toggle(option, isChosen)}
          >
            {option.name}
            {!isOffered(option) && <VisuallyHidden>, {NOTHING_LEFT}</VisuallyHidden>}
          </Checkbox>
          {isOffered(option) && (
            <button
              type="button"
              className={styles['only']}
              aria-label={`Only ${option.name}`}
              onClick={() => onChange([option.slug])}
            >
              only
            </button>
          )}
          <span className={styles['count']}>{formatCount(option.count)}</span>
        </div>
      ))}
    </fieldset>
  )
}

/** A setting of another kind than those above. */
export function Setting({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <fieldset className={styles['setting']}>
      <legend>{label}</legend>
      {children}
    </fieldset>
  )
}

/** Settings that are on or off, below all others. */
export function SwitchSettings({ children }: Readonly<{ children: ReactNode }>) {
  return <div className={`${styles['setting']} ${styles['last']}`}>{children}</div>
}
