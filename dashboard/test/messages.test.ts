import { expect, it } from 'vitest'
import en from '@/i18n/en.json'
import ko from '@/i18n/ko.json'

function keysOf(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${prefix}${key}.`) : `${prefix}${key}`,
  )
}

it('says everything in both languages', () => {
  expect(keysOf(ko)).toEqual(keysOf(en))
})
