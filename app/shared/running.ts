/** First and last day of something, both included, `YYYY-MM-DD`, Dutch time; without a last day it runs on. */
type Days = { startsOn: string; endsOn: string | null };

/** Whether something runs on a day. */
export const runsOn = ({ startsOn, endsOn }: Days, day: string): boolean =>
  startsOn <= day && (endsOn === null || endsOn >= day);
