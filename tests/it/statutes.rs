//! Sums and last days once more, from small tables of their own, written from the laws and pages that the cards cite and not from the files: with an
//! arithmetic of days that knows nothing of the room. Whatever ships and is not in a table fails, so that nothing new goes by unreckoned.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use engawa::{
    content::{NoReadings, shipped},
    procedure::{self, Amount, Due, First, Navigator},
};
use jiff::civil::Date;
use std::collections::BTreeMap;

fn navigators() -> Vec<Navigator> {
    procedure::read(&shipped(), &NoReadings).0
}

/// Year, month, day.
type Day = (i64, i64, i64);

/// Of the Gregorian calendar, counted in whole years of 365 or 366 days.
fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn month_days(year: i64, month: i64) -> i64 {
    [31, 28 + i64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][usize::try_from(month - 1).unwrap()]
}

/// The day after so many days.
fn later((mut year, mut month, mut day): Day, days: i64) -> Day {
    day += days;
    while day > month_days(year, month) {
        day -= month_days(year, month);
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    while day < 1 {
        (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
        day += month_days(year, month);
    }
    (year, month, day)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Long {
    Days(i64),
    Months(i64),
}

/// Whether the day on which it happened is the first: 戸籍法43条 and what is told "from the day of the disaster"; else 民法140条.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Since {
    Itself,
    Next,
}

/// 民法141条 and 143条: whole days, or the day before the one that corresponds, or the last day of a month that has none.
fn last(happened: Day, long: Long, from: Since) -> Day {
    let begin = if from == Itself { happened } else { later(happened, 1) };
    match long {
        Days(days) => later(begin, days - 1),
        Months(months) => {
            let (year, month, day) = begin;
            let all = year * 12 + (month - 1) + months;
            let (year, month) = (all / 12, all % 12 + 1);
            let most = month_days(year, month);
            if day > most { (year, month, most) } else { later((year, month, day), -1) }
        }
    }
}

use Long::{Days, Months};
use Since::{Itself, Next};

/// Every card that counts: how long, from when, by which rule.
const TERMS: &[(&str, &str, Long, Since)] = &[
    // 戸籍法: counted with the day itself (43条).
    ("bereavement", "ber-01", Days(7), Itself), // 86条
    ("birth", "bir-09", Days(14), Itself),      // 49条
    ("birth", "bir-21", Months(3), Itself),     // 104条
    ("divorce", "rik-02", Days(10), Itself),    // 77条・63条
    ("divorce", "rik-03", Months(3), Itself),   // 77条の2
    // 住民基本台帳法22条・23条・25条・30条の46.
    ("bereavement", "ber-03", Days(14), Next),
    ("divorce", "rik-05", Days(14), Next),
    ("foreign", "for-01", Days(14), Next),
    ("move", "move-03", Days(14), Next),
    ("move", "move-04", Days(14), Next),
    ("move", "move-05", Days(14), Next),
    ("move", "move-06", Days(14), Next),
    // 国民健康保険法9条と施行規則、高齢者医療確保法54条、介護保険法12条・36条、国民年金法12条・105条と施行規則: 14 days.
    ("bereavement", "ber-04", Days(14), Next),
    ("bereavement", "ber-05", Days(14), Next),
    ("bereavement", "ber-08", Days(14), Next),
    ("bereavement", "ber-10", Days(14), Next),
    ("birth", "bir-12", Days(14), Next),
    ("care", "p-26", Days(14), Next),
    ("divorce", "rik-06", Days(14), Next),
    ("foreign", "for-02", Days(14), Next),
    ("leaving-work", "job-02", Days(14), Next),
    ("leaving-work", "job-04", Days(14), Next),
    ("leaving-work", "job-05", Days(14), Next),
    ("move", "move-08", Days(14), Next),
    ("move", "move-09", Days(14), Next),
    ("move", "move-10", Days(14), Next),
    ("move", "move-18", Days(14), Next),
    ("move", "move-19", Days(14), Next),
    ("move", "move-21", Days(14), Next),
    ("move", "move-24", Days(14), Next),
    ("move", "move-25", Days(15), Next),
    // 厚生年金保険法施行規則41条 (10 days; 国民年金 has 14, so the shorter is told).
    ("bereavement", "ber-11", Days(10), Next),
    // 健康保険法施行規則: 5 days to the employer's insurer; 健康保険法37条: 20 days from the day after leaving.
    ("birth", "bir-13", Days(5), Next),
    ("leaving-work", "job-01", Days(20), Next),
    // 時効: 2 years (健康保険法193条、国民健康保険法110条、介護保険法200条、国民年金法102条4項), 5 years (102条1項).
    ("bereavement", "ber-06", Months(24), Next),
    ("bereavement", "ber-07", Months(24), Next),
    ("bereavement", "ber-09", Months(24), Next),
    ("bereavement", "ber-12", Months(60), Next),
    ("bereavement", "ber-13", Months(24), Next),
    ("birth", "bir-02", Months(24), Next),
    ("birth", "bir-03", Months(24), Next),
    ("birth", "bir-04", Months(24), Next),
    ("birth", "bir-05", Months(24), Next),
    ("care", "p-22", Months(24), Next),
    // 児童手当法8条3項: within 15 days it counts from the month before.
    ("bereavement", "ber-15", Days(15), Next),
    ("birth", "bir-10", Days(15), Next),
    ("birth", "bir-11", Days(15), Next),
    ("child", "p-01", Days(15), Next),
    ("child", "p-02", Days(15), Next),
    ("divorce", "rik-09", Days(15), Next),
    ("move", "move-12", Days(15), Next),
    // 所得税法125条、相続税法27条、民法915条、不動産登記法76条の2・76条の5、農地法3条の3、森林法10条の7の2.
    ("bereavement", "ber-16", Months(4), Next),
    ("bereavement", "ber-17", Months(10), Next),
    ("bereavement", "ber-19", Months(3), Next),
    ("bereavement", "ber-21", Months(36), Next),
    ("bereavement", "ber-22", Months(10), Next),
    ("bereavement", "ber-23", Days(90), Next),
    ("move", "move-29", Months(24), Next),
    // 道路運送車両法12条・13条・67条、狂犬病予防法4条.
    ("bereavement", "ber-24", Days(15), Next),
    ("bereavement", "ber-29", Days(30), Next),
    ("car", "car-10", Days(15), Next),
    ("move", "move-26", Days(15), Next),
    ("move", "move-28", Days(30), Next),
    // 入管法19条の7・10・12・15・16、22条の2.
    ("bereavement", "ber-30", Days(14), Next),
    ("birth", "bir-20", Days(30), Next),
    ("divorce", "rik-14", Days(14), Next),
    ("foreign", "for-05", Days(14), Next),
    ("foreign", "for-06", Days(14), Next),
    ("foreign", "for-07", Days(30), Next),
    ("foreign", "for-08", Days(14), Next),
    ("foreign", "for-09", Days(14), Next),
    // 厚生年金保険法78条の2: 5 years since 2026-04-01, 2 before.
    ("divorce", "rik-07", Months(60), Next),
    ("divorce", "rik-08", Months(24), Next),
    // 被災者生活再建支援法施行令: 13 and 37 months, the day of the disaster among them.
    ("disaster", "dis-11", Months(13), Itself),
    ("disaster", "dis-12", Months(37), Itself),
];

fn date((year, month, day): Day) -> Date {
    Date::new(i16::try_from(year).unwrap(), i8::try_from(month).unwrap(), i8::try_from(day).unwrap()).unwrap()
}

#[test]
fn every_last_day_is_that_of_the_table_of_statutes() {
    let mut known: BTreeMap<_, _> = TERMS.iter().map(|(of, card, long, from)| ((*of, *card), (*long, *from))).collect();
    assert_eq!(known.len(), TERMS.len(), "each once");
    let all = navigators();
    for (navigator, card) in all.iter().flat_map(|navigator| navigator.cards.iter().map(move |card| (navigator, card)))
    {
        let Due::Within(term) = &card.due else { continue };
        let name = (navigator.id.as_str(), card.id.as_str());
        let (long, from) = known.remove(&name).unwrap_or_else(|| panic!("{name:?} is in no table"));
        assert_eq!(term.first == First::Counts, from == Itself, "{name:?}");
        // Every day over a leap year and the turns of years.
        let mut day = (2027, 11, 20);
        while day < (2029, 3, 5) {
            assert_eq!(term.last(date(day)), Some(date(last(day, long, from))), "{name:?} {day:?}");
            day = later(day, 1);
        }
    }
    assert!(known.is_empty(), "no card has these: {known:?}");
}

/// On a day: whole yen, or nothing where no rule is known.
fn yen(amounts: &BTreeMap<String, Amount>, id: &str, day: Day) -> Option<i64> {
    amounts[id].on(date(day))
}

/// Since the tables of the pages that `content/amounts.toml` cites: from, to (none: still), yen.
type Rule = (Day, Option<Day>, i64);

const SUMS: &[(&str, &[Rule])] = &[
    ("kiso1", &[((2007, 12, 14), None, 1_000_000)]),
    ("kiso2", &[((2007, 12, 14), None, 500_000)]),
    ("kasan1", &[((2007, 12, 14), None, 2_000_000)]),
    ("kasan2", &[((2007, 12, 14), None, 1_000_000)]),
    ("kasan3", &[((2007, 12, 14), None, 500_000)]),
    ("oukyu1", &[((2023, 4, 1), Some((2024, 3, 31)), 706_000), ((2025, 4, 1), Some((2026, 3, 31)), 739_000)]),
    ("oukyu2", &[((2023, 4, 1), Some((2024, 3, 31)), 343_000), ((2025, 4, 1), Some((2026, 3, 31)), 358_000)]),
    ("choikin1", &[((2023, 3, 31), None, 5_000_000)]),
    ("choikin2", &[((2023, 3, 31), None, 2_500_000)]),
    ("shogai1", &[((2023, 3, 31), None, 2_500_000)]),
    ("shogai2", &[((2023, 3, 31), None, 1_250_000)]),
    ("engo", &[((2023, 10, 8), None, 3_500_000)]),
    ("ikuji1", &[((2009, 10, 1), Some((2023, 3, 31)), 420_000), ((2023, 4, 1), None, 500_000)]),
    ("ikuji2", &[((2022, 1, 1), Some((2023, 3, 31)), 408_000), ((2023, 4, 1), None, 488_000)]),
    ("ninpu1", &[((2025, 4, 1), None, 50_000)]),
    ("ninpu2", &[((2025, 4, 1), None, 50_000)]),
    ("jidou1", &[((2024, 10, 1), None, 15_000)]),
    ("jidou2", &[((2024, 10, 1), None, 10_000)]),
    ("jidou3", &[((2024, 10, 1), None, 30_000)]),
    ("maisou", &[((2006, 10, 1), None, 50_000)]),
    ("kaishu", &[((2000, 4, 1), None, 200_000)]),
];

fn shipped_amounts() -> BTreeMap<String, Amount> {
    navigators().into_iter().flat_map(|navigator| navigator.amounts).collect()
}

#[test]
fn every_sum_is_that_of_the_table_on_every_day_on_which_a_rule_turns() {
    let amounts = shipped_amounts();
    let named: Vec<_> = SUMS.iter().map(|(id, _)| (*id).to_owned()).collect();
    let file = std::str::from_utf8(&shipped().into_iter().find(|file| file.path == "amounts.toml").unwrap().bytes)
        .unwrap()
        .lines()
        .filter_map(|line| Some(line.strip_prefix("id = \"")?.trim_end_matches('"').to_owned()))
        .collect::<Vec<_>>();
    assert_eq!(file.iter().filter(|id| !named.contains(id)).collect::<Vec<_>>(), [] as [&String; 0], "in no table");
    for (id, rules) in SUMS {
        assert!(amounts.contains_key(*id), "{id} is shown nowhere");
        let turns = rules.iter().flat_map(|(from, to, _)| [Some(*from), *to]).flatten();
        for day in turns.flat_map(|turn| (-2..=2).map(move |n| later(turn, n))).chain([(2026, 11, 22), (2030, 1, 1)]) {
            let own = rules.iter().find(|(from, to, _)| *from <= day && to.is_none_or(|to| day <= to));
            assert_eq!(yen(&amounts, id, day), own.map(|(_, _, yen)| *yen), "{id} {day:?}");
        }
    }
}

#[test]
fn the_sums_add_up_to_the_totals_that_the_pages_print() {
    let amounts = shipped_amounts();
    let today = |id: &str| yen(&amounts, id, (2026, 11, 22)).unwrap();
    // 被災者生活再建支援金の支給額: 全壊など 300・200・150万円、大規模半壊 250・150・100万円、中規模半壊 (加算の半分) 100・50・25万円.
    let build = ["kasan1", "kasan2", "kasan3"].map(today);
    assert_eq!(build.map(|more| today("kiso1") + more), [3_000_000, 2_000_000, 1_500_000]);
    assert_eq!(build.map(|more| today("kiso2") + more), [2_500_000, 1_500_000, 1_000_000]);
    assert_eq!(build.map(|more| more / 2), [1_000_000, 500_000, 250_000]);
    // 災害弔慰金法3条: who did not keep the household gets half; 8条: and the same of what is paid for a disability.
    assert_eq!([today("choikin1"), today("shogai1")].map(|all| all / 2), [today("choikin2"), today("shogai2")]);
    // The two sums of 出産育児一時金 differ by the premium of 産科医療補償制度, 12,000 yen since 2022.
    for day in [(2022, 6, 1), (2026, 11, 22)] {
        assert_eq!(yen(&amounts, "ikuji1", day).unwrap() - yen(&amounts, "ikuji2", day).unwrap(), 12_000);
    }
    // 妊婦のための支援給付: 10万円 in all for one child.
    assert_eq!(today("ninpu1") + today("ninpu2"), 100_000);
    // 児童手当 of a first child, 3 years at 15,000 and 15 and a half at 10,000 (to the March after 18 at the latest, born in October).
    assert_eq!(36 * today("jidou1") + 186 * today("jidou2"), 2_400_000);
    assert_eq!(today("jidou3"), 3 * today("jidou2"));
}
