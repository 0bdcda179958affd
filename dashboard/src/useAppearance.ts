import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { catalogues } from './i18n'
import { usePreferences } from './stores/preferences'

/** Carries the reader's language and theme into the document. */
export function useAppearance() {
  const preferences = usePreferences()
  const { locale } = useI18n()

  watchEffect(() => {
    locale.value = preferences.locale
    document.documentElement.lang = preferences.locale
  })
  // The font comes in slices. Those for the words about a lost connection cannot be fetched once it is lost.
  watchEffect(() => {
    const { connection, listing } = catalogues[preferences.locale]
    const words = Object.values({ ...connection, ...listing }).join('')
    document.fonts.load("1rem 'Pretendard Variable'", words).catch(() => undefined)
  })
  watchEffect(() => {
    document.documentElement.dataset.theme = preferences.theme
  })
}
