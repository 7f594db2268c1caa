//! Which prefectures a volcano stands in or beside, for telegrams that name a volcano and no municipality: an eruption that is only observed
//! (噴火に関する火山観測報) names nobody else. Better a prefecture too many than a town at its foot that hears nothing.

/// Volcanoes as telegrams name them, or as their names begin (「霧島山（新燃岳）」), and the prefectures they touch. The names are 気象庁's, all
/// 111 of them (a test holds them against the table of the satellites); which prefectures they touch, and what of it was found in writing, stands
/// in docs/SOURCES.md.
const VOLCANOES: &[(&str, &[&str])] = &[
    ("知床硫黄山 羅臼岳 天頂山 摩周 アトサヌプリ 雄阿寒岳 雌阿寒岳 丸山 大雪山 十勝岳 利尻山 樽前山 恵庭岳", &["01"]),
    ("倶多楽 有珠山 羊蹄山 ニセコ 北海道駒ヶ岳 恵山 渡島大島", &["01"]),
    ("茂世路岳 散布山 指臼岳 小田萌山 択捉焼山 択捉阿登佐岳 ベルタルベ山 ルルイ岳 爺爺岳 羅臼山 泊山", &["01"]),
    ("恐山 岩木山 八甲田山", &["02"]),
    ("十和田", &["02", "05"]),
    ("秋田焼山", &["05"]),
    ("八幡平 秋田駒ヶ岳", &["03", "05"]),
    ("岩手山", &["03"]),
    ("鳥海山", &["05", "06"]),
    ("栗駒山", &["03", "04", "05"]),
    ("鳴子", &["04"]),
    ("肘折", &["06"]),
    ("蔵王山", &["04", "06"]),
    ("吾妻山", &["06", "07"]),
    ("安達太良山 磐梯山 沼沢", &["07"]),
    ("燧ヶ岳", &["07", "10"]),
    ("那須岳", &["07", "09"]),
    ("高原山 男体山", &["09"]),
    ("日光白根山", &["09", "10"]),
    ("赤城山 榛名山", &["10"]),
    ("草津白根山 浅間山", &["10", "20"]),
    ("横岳", &["20"]),
    ("新潟焼山 妙高山", &["15", "20"]),
    ("弥陀ヶ原", &["16"]),
    ("焼岳 アカンダナ山 乗鞍岳 御嶽山", &["20", "21"]),
    ("白山", &["17", "18", "21"]),
    ("富士山", &["14", "19", "22"]),
    ("箱根山", &["14", "22"]),
    ("伊豆東部火山群", &["22"]),
    ("伊豆大島 利島 新島 神津島 三宅島 御蔵島 八丈島 青ヶ島 ベヨネース列岩 須美寿島 伊豆鳥島 孀婦岩 西之島", &["13"]),
    ("海形海山 海徳海山 噴火浅根 硫黄島 北福徳堆 福徳岡ノ場 南日吉海山 日光海山", &["13"]),
    ("三瓶山", &["32"]),
    ("阿武火山群", &["35"]),
    ("鶴見岳 由布岳 九重山", &["44"]),
    ("阿蘇山", &["43", "44"]),
    ("雲仙岳 福江火山群", &["42"]),
    ("霧島山", &["45", "46"]),
    ("米丸 若尊 桜島 池田 開聞岳 薩摩硫黄島 口永良部島 口之島 中之島 諏訪之瀬島", &["46"]),
    ("硫黄鳥島 西表島北北東海底火山", &["47"]),
];

/// Whether the volcano `name` may concern a town with the code `town`. One that nobody knows concerns everybody.
pub(super) fn may_concern(name: &str, town: &str) -> bool {
    let prefecture = town.get(..2).unwrap_or_default();
    let begins = |(names, _): &&(&str, &[&str])| names.split(' ').any(|known| name.starts_with(known));
    VOLCANOES.iter().find(begins).is_none_or(|(_, touched)| touched.contains(&prefecture))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 気象庁's numbers and names, as satellites send them.
    const NUMBERED: &str = include_str!("qzss/tables/dcr.tsv");

    #[test]
    fn every_volcano_that_has_a_number_is_known_and_no_other() {
        let rows = NUMBERED.lines().skip_while(|line| !line.starts_with("=\tvolcano_name")).skip(1);
        let names = rows.take_while(|line| !line.starts_with('=')).map(|line| line.split('\t').collect::<Vec<_>>());
        let numbered: Vec<_> = names.map(|row| (row[0].parse::<u16>().unwrap(), row[1])).collect();
        let known: Vec<&str> = VOLCANOES.iter().flat_map(|(names, _)| names.split(' ')).collect();
        for (number, name) in &numbered {
            // 全国の活火山, その他の活火山, 新たな活火山, その他の火山 concern everybody.
            let found = known.iter().filter(|known| name.starts_with(**known)).count();
            assert_eq!(found, usize::from(*number < 900), "{number} {name}");
        }
        // 111 volcanoes; six more names are of craters.
        assert_eq!((known.len(), numbered.iter().filter(|(number, _)| *number < 900).count()), (111, 117));
        for name in known {
            assert!(numbered.iter().any(|(_, numbered)| numbered.starts_with(name)), "{name}");
        }
    }

    #[test]
    fn a_volcano_concerns_those_beside_it_and_an_unknown_one_everybody() {
        let cases = [
            ("浅間山", "20323", true),
            ("浅間山", "10425", true),
            ("浅間山", "09209", false),
            ("霧島山（新燃岳）", "45205", true),
            ("草津白根山（白根山（湯釜付近））", "10426", true),
            ("硫黄島", "13421", true),
            ("硫黄島", "46201", false),
            ("薩摩硫黄島", "46201", true),
            ("富士山", "14206", true),
            ("新潟焼山", "15222", true),
            ("焼岳", "15222", false),
            ("どこかの山", "09209", true),
            ("", "09209", true),
        ];
        for (name, town, wanted) in cases {
            assert_eq!(may_concern(name, town), wanted, "{name} {town}");
        }
    }
}
