/** Dates against the day of the scan. */
import { test, type Condition, type Field } from '../../model/index.js';

const DAY = 86_400_000;

/** True when the time is no more than so many days before the scan; `absent` is the answer for a time that never was. */
export const within = (field: Field<string>, days: number, now: string, absent: boolean): Condition => test(field, (value) => Date.parse(now) - Date.parse(String(value)) <= days * DAY, { absent });

/** True when the time is at least so many days after the scan. */
export const notBefore = (field: Field<string>, days: number, now: string): Condition => test(field, (value) => Date.parse(String(value)) - Date.parse(now) >= days * DAY);
