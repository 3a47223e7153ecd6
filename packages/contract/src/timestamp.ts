/** The last second of the year 9999: later than anything people mean, and no later than databases and dates can tell. */
export const LATEST_SECOND = 253_402_300_799
