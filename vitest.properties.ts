import fc from 'fast-check'
import { beforeEach } from 'vitest'

const SHARE_OF_TEST = 0.9

// A property that hangs, or shrinks for minutes, would run into its test's time-out, which tells neither seed nor
// counterexample. It ends a little before, as a failure that tells both.
beforeEach(({ task }) => {
  /* oxlint-disable typescript/no-deprecated -- the plugin that follows it is typed for single properties only */
  fc.configureGlobal({
    ...fc.readConfigureGlobal(),
    interruptAfterTimeLimit: task.timeout * SHARE_OF_TEST,
    markInterruptAsFailure: true,
  })
  /* oxlint-enable typescript/no-deprecated */
})
