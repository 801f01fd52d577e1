//! The rhythm as a calendar that other programs read (RFC 5545): the team's meetings with
//! their agendas, and an hour or so of coaching for each rep, again and again to the end of
//! the period.
//!
//! The plan knows how often and how long, not on which day and at what hour. So meetings begin
//! on Mondays at nine and coaching follows from Tuesday on, one after the other; who takes the
//! file into a calendar moves each series once. Times are those of whoever reads the file,
//! wherever they are.
//!
//! The lines are written here: the crates for this format bring a clock and randomness of
//! their own, which a pure crate must not have.

use std::hash::Hasher;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use fnv::FnvHasher;
use plumbline_plan::{
    Plan, Quantity,
    chapter::rhythm::{AgendaItem, Frequency, Meeting, Rhythm, WEEKS_A_MONTH},
};
use plumbline_wording::{
    figures::Figures,
    texts::{calendar as text, rhythm, team},
    writing,
};

/// When the first meeting of a day begins, hours after midnight.
const MORNING: i64 = 9;
/// Minutes of a day that are given to coaching before the next day's are.
const COACHING_DAY: i64 = 8 * 60;
/// Days of a week for coaching: Tuesday to Friday.
const COACHING_DAYS: u64 = 4;
/// Minutes of a meeting that nobody gave a length.
const USUAL_MINUTES: i64 = 60;

/// The calendar of a plan, from the day it is made on or the period's first, whichever is
/// later; nothing where there is nothing to hold any more: no meetings and no reps, or the
/// period is over.
#[must_use]
pub fn calendar(plan: &Plan, made_on: NaiveDate, figures: &Figures) -> Option<String> {
    let period = plan.targets.period;
    let (from, until) = (
        period.start.first_day().max(made_on),
        period.last().last_day(),
    );
    let series = meetings(plan, from, figures).chain(coaching(plan, from));
    let series: Vec<Series> = series.filter(|one| one.begins.date() <= until).collect();
    if series.is_empty() {
        return None;
    }
    let mut lines = Lines::default();
    lines.put("BEGIN:VCALENDAR");
    lines.put("VERSION:2.0");
    lines.put("PRODID:-//Plumbline//Sales plan//EN");
    lines.put("CALSCALE:GREGORIAN");
    lines.put(&format!("X-WR-CALNAME:{}", escaped(&plan.about.title)));
    for one in &series {
        one.write(&mut lines, made_on, until, &mark_of(plan));
    }
    lines.put("END:VCALENDAR");
    Some(lines.0)
}

/// Something that comes back.
struct Series {
    /// Known by this within the plan.
    id: String,
    title: String,
    about: String,
    begins: NaiveDateTime,
    minutes: i64,
    rule: &'static str,
}

impl Series {
    fn write(&self, lines: &mut Lines, made_on: NaiveDate, until: NaiveDate, mark: &str) {
        let ends = self.begins + TimeDelta::minutes(self.minutes);
        lines.put("BEGIN:VEVENT");
        lines.put(&format!("UID:{}-{mark}@plumbline", self.id));
        lines.put(&format!("DTSTAMP:{}T000000Z", made_on.format("%Y%m%d")));
        lines.put(&format!("DTSTART:{}", local(self.begins)));
        lines.put(&format!("DTEND:{}", local(ends)));
        let until = until.format("%Y%m%d");
        lines.put(&format!("RRULE:{};UNTIL={until}T235959", self.rule));
        lines.put(&format!("SUMMARY:{}", escaped(&self.title)));
        if !self.about.is_empty() {
            lines.put(&format!("DESCRIPTION:{}", escaped(&self.about)));
        }
        lines.put("END:VEVENT");
    }
}

/// The meetings, on Mondays one after the other.
fn meetings<'a>(
    plan: &'a Plan,
    from: NaiveDate,
    figures: &'a Figures,
) -> impl Iterator<Item = Series> + 'a {
    let mut taken = 0;
    let meetings = plan.rhythm.meetings.iter().enumerate();
    meetings.map(move |(place, meeting)| {
        let minutes = minutes_of(meeting);
        let starts = taken;
        taken = (taken + minutes) % COACHING_DAY;
        let (day, rule) = match meeting.every {
            Frequency::Weekly => (next(Weekday::Mon, from), "FREQ=WEEKLY"),
            Frequency::EveryOtherWeek => (next(Weekday::Mon, from), "FREQ=WEEKLY;INTERVAL=2"),
            Frequency::Monthly => (first_monday(from), "FREQ=MONTHLY;BYDAY=1MO"),
            Frequency::Quarterly => (first_monday(from), "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO"),
        };
        let title = match meeting.name.trim() {
            "" => rhythm::unnamed_meeting(place + 1),
            name => name.to_owned(),
        };
        let topics = meeting.agenda.iter().map(|item| topic(item, figures));
        Series {
            id: format!("meeting-{}", meeting.id),
            title,
            about: topics.collect::<Vec<_>>().join("\n"),
            begins: at(day, starts),
            minutes,
            rule,
        }
    })
}

/// One talk a week with each rep, Tuesday to Friday, which together come to the hours a month.
fn coaching(plan: &Plan, from: NaiveDate) -> impl Iterator<Item = Series> + '_ {
    let chapter = &plan.rhythm;
    let hours = chapter
        .coaching_hours
        .map_or(Rhythm::DEFAULT_COACHING_HOURS, Quantity::get);
    let minutes = quarters(hours / WEEKS_A_MONTH);
    let a_day = (COACHING_DAY / minutes).max(1);
    let reps = plan.team.reps.iter().enumerate();
    let reps = reps
        .filter(move |(_, rep)| hours > 0.0 && rep.leaves_on.is_none_or(|leaves| leaves > from));
    reps.enumerate().map(move |(turn, (place, rep))| {
        let name = match rep.name.trim() {
            "" => team::unnamed(place + 1),
            name => name.to_owned(),
        };
        let turn = turn as i64;
        let day = next(Weekday::Tue, from) + Days::new((turn / a_day) as u64 % COACHING_DAYS);
        Series {
            id: format!("coaching-{}", rep.id),
            title: text::coaching_of(&name),
            about: chapter.coaching.trim().to_owned(),
            begins: at(day, (turn % a_day) * minutes),
            minutes,
            rule: "FREQ=WEEKLY",
        }
    })
}

fn topic(item: &AgendaItem, figures: &Figures) -> String {
    let length = item
        .length
        .map(|length| writing::write_hours(length.get(), &figures.locale));
    text::topic(item.topic.trim(), length.as_deref())
}

fn minutes_of(meeting: &Meeting) -> i64 {
    let hours = meeting
        .length
        .map(Quantity::get)
        .filter(|hours| *hours > 0.0);
    hours.map_or(USUAL_MINUTES, quarters)
}

/// Hours in whole quarters of an hour, in minutes: at least one, at most a working day.
fn quarters(hours: f64) -> i64 {
    ((hours * 4.0).ceil() as i64 * 15).clamp(15, COACHING_DAY)
}

fn at(day: NaiveDate, minutes: i64) -> NaiveDateTime {
    NaiveDateTime::from(day) + TimeDelta::minutes(MORNING * 60 + minutes)
}

/// The first such day of the week that is not before a day.
fn next(weekday: Weekday, from: NaiveDate) -> NaiveDate {
    let ahead = weekday.days_since(from.weekday());
    from + Days::new(u64::from(ahead))
}

/// The first of the Mondays that begin a month, not before a day.
fn first_monday(from: NaiveDate) -> NaiveDate {
    let mut monday = next(Weekday::Mon, from);
    while monday.day() > 7 {
        monday = monday + Days::new(7);
    }
    monday
}

fn local(moment: NaiveDateTime) -> String {
    moment.format("%Y%m%dT%H%M%S").to_string()
}

/// What tells the events of this plan from those of another one: the same at each export, so
/// that a calendar takes a newer file for a change and not for further events.
fn mark_of(plan: &Plan) -> String {
    let about = &plan.about;
    let made = about.created_on.map(|day| day.to_string());
    let words = [&about.title, &about.client, &made.unwrap_or_default()];
    let mut mark = FnvHasher::default();
    for word in words {
        mark.write(word.as_bytes());
        mark.write_u8(0);
    }
    format!("{:016x}", mark.finish())
}

/// Text as a property's value (RFC 5545 section 3.3.11), without what is not seen.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => safe.extend(['\\', sign]),
            '\n' | '\r' => safe.push_str("\\n"),
            sign if sign.is_control() => safe.push(' '),
            sign => safe.push(sign),
        }
    }
    safe
}

/// Lines of at most 75 bytes, longer ones folded between two characters (RFC 5545 section
/// 3.1).
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, line: &str) {
        let mut bytes = 0;
        for sign in line.chars() {
            if bytes + sign.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                bytes = 1;
            }
            self.0.push(sign);
            bytes += sign.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plumbline_plan::{Edit, start};
    use plumbline_wording::locale::Locale;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn sample() -> Plan {
        start::sample(day("2026-11-21"))
    }

    fn made_of(plan: &Plan, on: &str) -> Option<String> {
        let figures = Figures::new(Locale::default().into(), plan.about.currency);
        calendar(plan, day(on), &figures)
    }

    #[test]
    fn every_meeting_and_every_rep_comes_back_to_the_end_of_the_period() {
        let plan = sample();
        let text = made_of(&plan, "2026-11-21").unwrap();
        let events = text.matches("BEGIN:VEVENT").count();
        assert_eq!(events, plan.rhythm.meetings.len() + plan.team.reps.len());
        let until = plan.targets.period.last().last_day().format("%Y%m%d");
        let to_the_end = format!(";UNTIL={until}T235959\r\n");
        assert_eq!(text.matches(&to_the_end).count(), events);
        // The period begins on a Tuesday: 1 December 2026.
        assert!(text.contains("DTSTART:20261207T090000\r\n"), "{text}");
        assert!(text.contains("DTSTART:20261201T090000\r\n"), "{text}");
        assert_eq!(made_of(&plan, "2026-11-21").as_ref(), Some(&text));
    }

    #[test]
    fn how_often_is_written_as_a_rule_that_its_first_day_fits() {
        let mut plan = sample();
        let path = format!("rhythm/meetings/{}/every", plan.rhythm.meetings[0].id);
        for (every, begins, rule) in [
            ("weekly", "20270308", "FREQ=WEEKLY;UNTIL"),
            ("every_other_week", "20270308", "FREQ=WEEKLY;INTERVAL=2;"),
            ("monthly", "20270405", "FREQ=MONTHLY;BYDAY=1MO;"),
            (
                "quarterly",
                "20270405",
                "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO;",
            ),
        ] {
            Edit::set(path.as_str(), every).apply(&mut plan).unwrap();
            let text = made_of(&plan, "2027-03-08").unwrap();
            let event = text.split("BEGIN:VEVENT").nth(1).unwrap();
            assert!(event.contains(&format!("DTSTART:{begins}T0900")), "{event}");
            assert!(event.contains(&format!("RRULE:{rule}")), "{event}");
        }
    }

    #[test]
    fn text_stays_text_and_long_lines_are_folded_between_characters() {
        let mut plan = sample();
        let meeting = &mut plan.rhythm.meetings[0];
        meeting.name = format!("Crew; \\ and, {}\nEND:VEVENT\u{7}", "Größe ".repeat(30));
        let text = made_of(&plan, "2026-11-21").unwrap();
        assert!(text.lines().all(|line| line.len() <= 75));
        let whole = text.replace("\r\n ", "");
        assert!(
            whole.contains("SUMMARY:Crew\\; \\\\ and\\, Größe "),
            "{whole}"
        );
        assert!(whole.contains("\\nEND:VEVENT \r\n"), "{whole}");
        let ends = whole.lines().filter(|line| *line == "END:VEVENT").count();
        assert_eq!(ends, whole.matches("BEGIN:VEVENT").count());
    }

    #[test]
    fn a_period_that_is_over_or_a_plan_without_people_has_none() {
        let plan = sample();
        assert_eq!(made_of(&plan, "2031-01-01"), None);
        assert_eq!(
            made_of(&start::blank(day("2026-11-21")), "2026-11-21"),
            None
        );
    }
}
