import { usePreferredLanguages, useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { locales, preferredLocale, type Locale } from '@/i18n'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

/** What the reader chose, remembered in this browser; what was not chosen follows the browser. */
export const usePreferences = defineStore('preferences', () => {
  const chosenLocale = useStorage<string>('newspulse.locale', '')
  const chosenTheme = useStorage<string>('newspulse.theme', 'system')
  const browserLanguages = usePreferredLanguages()

  const locale = computed<Locale>({
    get: () =>
      locales.find((known) => known === chosenLocale.value) ?? preferredLocale(browserLanguages.value),
    set: (choice) => (chosenLocale.value = choice),
  })
  const theme = computed<Theme>({
    get: () => themes.find((known) => known === chosenTheme.value) ?? 'system',
    set: (choice) => (chosenTheme.value = choice),
  })

  return { locale, theme }
})
