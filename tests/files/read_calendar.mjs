// Reads calendar files with ical.js, which shares nothing with the library that wrote them, and prints a line for each.
// Usage: node read_calendar.mjs <file> …
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

for (const path of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((each) => {
    const event = new ICAL.Event(each);
    return {
      uid: event.uid,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      all_day: event.startDate.isDate && event.endDate.isDate,
      stamp: each.getFirstPropertyValue("dtstamp").toString(),
      transparency: each.getFirstPropertyValue("transp"),
      summary: event.summary,
      description: event.description,
      sequence: event.sequence,
      reminders: each.getAllSubcomponents("valarm").map((alarm) => ({
        action: alarm.getFirstPropertyValue("action"),
        says: alarm.getFirstPropertyValue("description"),
        days: -alarm.getFirstPropertyValue("trigger").toSeconds() / 86400,
      })),
    };
  });
  const named = Object.fromEntries(["method", "version", "prodid"].map((name) => [name, calendar.getFirstPropertyValue(name)]));
  console.log(JSON.stringify({ ...named, events }));
}
