import { useMediaQuery } from '@vueuse/core'

/** The widths at which the layout changes; the style sheets name the same numbers. */
export function useLayout() {
  return {
    /** The inspector has a column of its own. */
    wide: useMediaQuery('(min-width: 1180px)'),
    /** Rows are stacked and the rail is a bar at the bottom. */
    narrow: useMediaQuery('(max-width: 759px)'),
  }
}
