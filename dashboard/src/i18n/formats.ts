import { useI18n } from 'vue-i18n'
import { ageOf, instantOf, sameDay } from '@/text/time'
import { formattersOf } from './intl'

/** Times and numbers in words of the reader's language; every function answers anew when it changes. */
export function useFormats() {
  const { t, te, locale } = useI18n()
  const formatters = () => formattersOf(locale.value)

  function age(then: number, now: number): string {
    const { unit, count } = ageOf(then, now)
    return t(`age.${unit}`, { n: count })
  }

  return {
    age,
    ageOfIso(iso: string, now: number): string {
      const then = instantOf(iso)
      return then === null ? '' : age(then, now)
    },
    /** The time of day today, the date on any other day. */
    wireTime(iso: string, now: number): string {
      const then = instantOf(iso)
      if (then === null) return ''
      return sameDay(then, now) ? formatters().clock.format(then) : formatters().date.format(then)
    },
    moment(iso: string | null): string {
      const then = instantOf(iso)
      return then === null ? '' : formatters().moment.format(then)
    },
    percent: (share: number): string => formatters().percent.format(share),
    number: (value: number): string => formatters().number.format(value),
    /** Down to the millionth: single answers cost less than a cent. */
    dollars: (value: number): string => formatters().dollars.format(value),
    rate: (perSecond: number): string => formatters().rate.format(perSecond),
    languageName: (code: string): string => formatters().language.of(code) ?? code,
    topic: (label: string): string => (te(`topic.${label}`) ? t(`topic.${label}`) : label),
    entityType: (type: string): string => (te(`entity.${type}`) ? t(`entity.${type}`) : type.toLowerCase()),
  }
}
