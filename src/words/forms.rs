//! Days, times, ages, distances and numbers as each language writes them: the one place where they take their form. What differs from
//! language to language stands in its words (`time-…`, `number-…`, `places-metres`), so that a new language brings its own.

use super::{Line, Words};
use jiff::civil::{Date, DateTime, Time};
use std::time::Duration;

impl Words {
    /// The day with its year: 2026年11月21日, 21 November 2026.
    pub fn date(&self, date: Date) -> Line {
        self.guide_date(i32::from(date.day()), i32::from(date.month()), i32::from(date.year()))
    }

    /// The day with its weekday, without the year: 11月21日（土）.
    pub fn weekday(&self, date: Date) -> Line {
        let weekday = i32::from(date.weekday().to_monday_one_offset());
        self.time_date(i32::from(date.day()), i32::from(date.month()), weekday)
    }

    /// Hour and minute: 午後2時5分, 2:05 pm, 14h05.
    pub fn time(&self, time: Time) -> Line {
        self.time_clock(i32::from(time.hour() / 12), i32::from(time.hour() % 12), i32::from(time.minute()))
    }

    /// Weekday, day and time, as above every page.
    pub fn moment(&self, at: DateTime) -> Line {
        self.time_both(self.weekday(at.date()), self.time(at.time()))
    }

    /// How old something is, rounded down: 12分前, 12 minutes ago. Under a minute it is new.
    pub fn ago(&self, age: Duration) -> Line {
        let minutes = age.as_secs() / 60;
        match (minutes, minutes / 60, minutes / (24 * 60)) {
            (0, ..) => self.time_ago_now(),
            (minutes, 0, _) => self.time_ago_minutes(minutes),
            (_, hours, 0) => self.time_ago_hours(hours),
            (.., days) => self.time_ago_days(days),
        }
    }

    /// A distance on the ground, in metres, no more exact than a straight line is good for: tens of metres, then kilometres.
    pub fn distance(&self, metres: f64) -> Line {
        let tens = (metres / 10.0).round() * 10.0;
        if tens < 1000.0 {
            return self.places_metres(format!("{tens:.0}"));
        }
        let kilometres = metres / 1000.0;
        let decimals = usize::from(kilometres < 10.0);
        self.places_kilometres(self.number(&format!("{kilometres:.decimals$}")))
    }

    /// A number in figures, given with a decimal point and nothing between its thousands: 1,234.5 or 1.234,5.
    pub fn number(&self, figures: &str) -> String {
        let (whole, rest) = figures.split_once('.').map_or((figures, None), |(whole, rest)| (whole, Some(rest)));
        let (thousands, decimal) = (self.number_thousands().plain(), self.number_decimal().plain());
        let mut left = whole.chars().filter(char::is_ascii_digit).count();
        let mut out = String::new();
        for sign in whole.chars() {
            out.push(sign);
            left -= usize::from(sign.is_ascii_digit());
            if sign.is_ascii_digit() && left > 0 && left.is_multiple_of(3) {
                out.push_str(&thousands);
            }
        }
        rest.map_or(out.clone(), |rest| format!("{out}{decimal}{rest}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Tongue;
    use jiff::civil::{date, time};

    /// Tongue, day, weekday, an afternoon, midnight, noon.
    const DAYS: [[&str; 6]; 7] = [
        ["ja", "2026年11月21日", "11月21日（土）", "午後2時5分", "午前0時0分", "午後0時30分"],
        ["ja-simple", "2026年11月21日", "11月21日（土）", "午後2時5分", "午前0時0分", "午後0時30分"],
        ["en", "21 November 2026", "Sat 21 November", "2:05 pm", "12:00 am", "12:30 pm"],
        ["zh-Hans", "2026年11月21日", "11月21日（周六）", "下午2点05分", "上午0点00分", "中午12点30分"],
        ["ko", "2026년 11월 21일", "11월 21일(토)", "오후 2시 5분", "오전 12시 0분", "오후 12시 30분"],
        ["vi", "21/11/2026", "Thứ Bảy, 21/11", "14 giờ 05", "0 giờ 00", "12 giờ 30"],
        ["pt-BR", "21 de novembro de 2026", "sáb., 21 de novembro", "14h05", "0h00", "12h30"],
    ];

    /// Tongue, under a minute, 12 minutes, 1 hour, 3 days, 350 m, 1.2 km, 1234.5.
    const MEASURES: [[&str; 8]; 7] = [
        ["ja", "たった いま", "12分前", "1時間前", "3日前", "350メートル", "1.2キロ", "1,234.5"],
        ["ja-simple", "今", "12分前", "1時間前", "3日前", "350メートル", "1.2キロ", "1,234.5"],
        ["en", "just now", "12 minutes ago", "1 hour ago", "3 days ago", "350 m", "1.2 km", "1,234.5"],
        ["zh-Hans", "刚刚", "12分钟前", "1小时前", "3天前", "350米", "1.2公里", "1,234.5"],
        ["ko", "방금", "12분 전", "1시간 전", "3일 전", "350m", "1.2km", "1,234.5"],
        ["vi", "vừa xong", "12 phút trước", "1 giờ trước", "3 ngày trước", "350 m", "1,2 km", "1.234,5"],
        ["pt-BR", "agora mesmo", "há 12 minutos", "há 1 hora", "há 3 dias", "350 m", "1,2 km", "1.234,5"],
    ];

    fn words(tag: &str) -> Words {
        Words::shipped(&Tongue::parse(tag).unwrap())
    }

    #[test]
    fn days_and_times_take_the_form_of_the_language() {
        for [tag, day, weekday, afternoon, midnight, noon] in DAYS {
            let (w, at) = (words(tag), date(2026, 11, 21));
            let times = [time(14, 5, 0, 0), time(0, 0, 0, 0), time(12, 30, 0, 0)].map(|time| w.time(time).plain());
            assert_eq!([w.date(at).plain(), w.weekday(at).plain()], [day, weekday], "{tag}");
            assert_eq!(times, [afternoon, midnight, noon], "{tag}");
        }
    }

    #[test]
    fn ages_distances_and_numbers_take_the_form_of_the_language() {
        for [tag, new, minutes, hour, days, metres, kilometres, number] in MEASURES {
            let w = words(tag);
            let ages = [59, 12 * 60 + 30, 119 * 60, 3 * 86_400].map(|age| w.ago(Duration::from_secs(age)).plain());
            assert_eq!(ages, [new, minutes, hour, days], "{tag}");
            assert_eq!([w.distance(347.0).plain(), w.distance(1234.0).plain()], [metres, kilometres], "{tag}");
            assert_eq!(w.number("1234.5"), number, "{tag}");
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        let w = words("ja");
        for (figures, said) in [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567", "-1,234,567")] {
            assert_eq!(w.number(figures), said);
        }
    }
}
