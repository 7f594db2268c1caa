//! Ties what tells, what is practised and what has to be done to each other when a pack is put together: a card names its guides, and each of those leads
//! back to the card; a guide names its lessons. And tells authors of names that lead nowhere.

use crate::{
    content::{Pack, See, SourceFile},
    phone::LESSON,
    procedure::{CARD, Manner, NAVIGATOR, Navigator},
    reader::{Problem, both},
};
use std::collections::BTreeSet;

/// More ways back than this would bury what a guide says.
const MOST: usize = 4;

/// From every guide back to the cards and navigators that name it. What is asked in confidence is not among them.
pub(super) fn back(pack: &mut Pack, navigators: &[Navigator]) {
    for item in &mut pack.items {
        let guide = &mut item.guide;
        let here = format!("guide/{}", guide.id);
        let named = |see: &[String]| see.contains(&here);
        let whole = navigators.iter().filter(|one| named(&one.see));
        let whole = whole.map(|one| (format!("procedure/{}", one.id), &one.title));
        let cards = navigators.iter().flat_map(|one| one.cards.iter().map(move |card| (one, card)));
        let cards = cards.filter(|(_, card)| named(&card.see) && card.manner == Manner::Plain);
        let cards = cards.map(|(one, card)| (format!("procedure/{}", card.name(one)), &card.title));
        for (place, title) in whole.chain(cards).take(MOST) {
            let title = title.line(&guide.tongue);
            if guide.see.iter().all(|see| see.place != place) {
                guide.see.push(See { place, title });
            }
        }
    }
}

/// Fills in what the places are called that guides name; those that are not there are left out.
pub(super) fn name(pack: &mut Pack) {
    let kinds = [(NAVIGATOR, "procedure"), (CARD, "procedure"), (LESSON, "lesson")];
    let extras = pack.extras.iter().filter_map(|extra| {
        let (_, kind) = kinds.iter().find(|(kind, _)| *kind == extra.kind)?;
        Some((format!("{kind}/{}", extra.id), extra.tongue.clone(), extra.title.clone()))
    });
    let guides = pack.items.iter().map(|item| &item.guide);
    let guides = guides.map(|guide| (format!("guide/{}", guide.id), guide.tongue.clone(), guide.title.clone()));
    let known: Vec<_> = extras.chain(guides).collect();
    for item in &mut pack.items {
        let tongues = item.guide.tongue.fallback();
        let title = |place: &str| {
            let own = |tongue| known.iter().find(|(known, of, _)| known == place && of == tongue);
            tongues.iter().find_map(own).map(|(.., title)| title.clone())
        };
        for see in item.guide.see.iter_mut().filter(|see| see.title.is_empty()) {
            see.title = title(&see.place).unwrap_or_default();
        }
        item.guide.see.retain(|see| !see.title.is_empty());
    }
}

/// Every place that can be named.
pub(super) fn places(pack: &Pack, navigators: &[Navigator], lessons: &[String]) -> BTreeSet<String> {
    let guides = pack.items.iter().map(|item| format!("guide/{}", item.guide.id));
    let lessons = lessons.iter().map(|id| format!("lesson/{id}"));
    let cards = navigators.iter().flat_map(|one| {
        let cards = one.cards.iter().map(|card| format!("procedure/{}", card.name(one)));
        cards.chain([format!("procedure/{}", one.id)])
    });
    guides.chain(lessons).chain(cards).collect()
}

/// Names that lead nowhere, each at its place in its file.
pub(super) fn lost(
    pack: &Pack,
    navigators: &[Navigator],
    files: &[SourceFile],
    there: &BTreeSet<String>,
) -> Vec<Problem> {
    let of_guides = pack.items.iter().flat_map(|item| {
        let (id, kind) = (&item.guide.id, item.guide.kind);
        let folder = if kind == crate::content::Kind::Faq { "faq" } else { "guides" };
        item.guide.see.iter().map(move |see| (format!("{folder}/{id}/ja.md"), see.place.as_str()))
    });
    let of_cards = navigators.iter().flat_map(|one| {
        let all = one.see.iter().chain(one.cards.iter().flat_map(|card| &card.see));
        all.map(|see| (format!("navigators/{}.toml", one.id), see.as_str()))
    });
    let lost: BTreeSet<_> = of_guides.chain(of_cards).filter(|(_, place)| !there.contains(*place)).collect();
    lost.into_iter()
        .filter_map(|(path, place)| Some(told(files.iter().find(|file| file.path == path)?, place)))
        .collect()
}

fn told(file: &SourceFile, place: &str) -> Problem {
    let text = String::from_utf8_lossy(&file.bytes);
    let at = text.find(&format!("\"{place}\"")).map_or(0..0, |at| at + 1..at + 1 + place.len());
    let message = both(format!("「{place}」は ありません"), format!("there is no {place}"));
    let help = both("id を たしかめて ください", "check its id");
    Problem::error(at, message).label(both("ここへは 行けません", "this leads nowhere")).help(help).about(&file.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        content::{self, Guide, NoReadings, shipped},
        phone, procedure,
        words::Tongue,
    };

    fn tied() -> (Pack, Vec<Navigator>, Vec<SourceFile>) {
        let files = shipped();
        let mut pack = content::build(&files, &NoReadings).0;
        let navigators = procedure::read(&files, &NoReadings).0;
        pack.extras.extend(navigators.iter().filter_map(|one| one.extras(&NoReadings)).flatten());
        pack.extras.extend(phone::read(&phone::shipped(), &NoReadings).0.extras(&NoReadings).unwrap());
        back(&mut pack, &navigators);
        name(&mut pack);
        (pack, navigators, files)
    }

    #[test]
    fn every_guide_that_a_card_names_leads_back_to_it_in_its_own_tongue() {
        let (pack, navigators, _) = tied();
        let mut ways = 0;
        let cards = navigators.iter().flat_map(|one| &one.cards).filter(|card| card.manner == Manner::Plain);
        let told =
            cards.flat_map(|card| card.see.iter().filter_map(move |see| Some((card, see.strip_prefix("guide/")?))));
        for (card, guide) in told {
            let own: Vec<_> = pack.items.iter().filter(|item| item.guide.id == guide).collect();
            assert!(!own.is_empty(), "{guide}");
            ways += own.len();
            for Guide { see, tongue, .. } in own.into_iter().map(|item| &item.guide) {
                let here = see.iter().find(|see| see.place.ends_with(&format!("/{}", card.id)));
                let leads = here.is_some_and(|see| see.title == card.title.line(tongue));
                assert!(see.len() >= MOST || leads, "{guide}");
            }
        }
        assert!(ways >= 10, "{ways}");
        let lesson = pack.items.iter().find(|item| item.guide.id == "dengon-171" && item.guide.tongue == Tongue::JA);
        assert!(lesson.is_some_and(|item| item.guide.see.iter().any(|see| see.place == "lesson/dengon-01")));
    }

    #[test]
    fn nothing_that_ships_leads_nowhere_and_what_does_is_told_at_its_word() {
        let (pack, navigators, files) = tied();
        let lessons: Vec<_> =
            phone::read(&phone::shipped(), &NoReadings).0.lessons.iter().map(|lesson| lesson.id.clone()).collect();
        let mut there = places(&pack, &navigators, &lessons);
        assert_eq!(lost(&pack, &navigators, &files, &there), []);
        there.remove("guide/risai");
        let told = lost(&pack, &navigators, &files, &there);
        let problem = told.iter().find(|problem| problem.file.ends_with("disaster.toml")).unwrap();
        let file = files.iter().find(|file| file.name == problem.file).unwrap();
        assert_eq!(&file.bytes[problem.span.clone()], b"guide/risai");
    }
}
