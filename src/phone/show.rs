//! The phone as it is seen: every label filled in, only what is in view, and what can be done with each thing.

use super::{
    Badge, Dir, Face, FaceItem, Gesture, Item, ItemKind, Phone, Said, Screen, ScreenKind, Setting, Status, World, keys,
    operate::NOTICE,
    state::{PhoneScope, Shade},
    view,
    world::HOME,
};
use crate::{expr::Value, words::Line};

/// How much of a slider there is at most.
const FULL: i64 = 1000;

pub(super) fn face(phone: &Phone, world: &World, setting: &Setting) -> Face {
    let scope = phone.scope(world);
    let screen = phone.screen(world);
    let notices = || phone.notices.iter().map(|notice| self::notice(notice, setting, &scope));
    let banner = phone.banner.as_ref().and_then(|id| notices().find(|item| item.id == format!("{NOTICE}{id}")));
    let keyboard = phone.writing.as_ref().zip(phone.field(world));
    Face {
        skin: phone.skin,
        app: screen.map(|screen| screen.app.clone()).unwrap_or_default(),
        screen: phone.screen_id().to_owned(),
        kind: screen.map_or(ScreenKind::Icons, |screen| screen.kind),
        title: screen.map(|screen| setting.line(title(screen, world), &scope)).unwrap_or_default(),
        status: status(phone),
        items: view::in_view(phone, world)
            .into_iter()
            .map(|item| self::item(item, (phone, world), setting, &scope))
            .collect(),
        buttons: view::buttons(phone, world)
            .into_iter()
            .map(|item| self::item(item, (phone, world), setting, &scope))
            .collect(),
        scroll: view::scroll(phone, world),
        shade: (phone.shade == Shade::Down).then(|| notices().collect()),
        banner: banner.filter(|_| phone.shade == Shade::Up),
        keyboard: keyboard.map(|(writing, field)| keys::face(writing, &phone.held(field), field)),
        can_go_back: can_go_back(phone, screen),
        is_busy: phone.is_busy(),
    }
}

/// What stands above a screen: its own title; over the first screen of an app without one, the name of the app. The home screen has none.
fn title<'w>(screen: &'w Screen, world: &'w World) -> &'w Said {
    let app = || world.apps.iter().find(|app| app.id == screen.id && app.id != HOME);
    if screen.title.is_empty() { app().map_or(&screen.title, |app| &app.title) } else { &screen.title }
}

fn can_go_back(phone: &Phone, screen: Option<&Screen>) -> bool {
    !phone.stack.is_empty()
        || phone.shade == Shade::Down
        || phone.writing.is_some()
        || screen.is_some_and(|screen| screen.effects(&Gesture::Back).is_some())
}

fn status(phone: &Phone) -> Status {
    let number = |name: &str| match phone.vars.get(name) {
        Some(Value::Number(number)) => u8::try_from(*number).unwrap_or_default(),
        _ => 0,
    };
    let badge = |name: &str, badge| (phone.vars.get(name) == Some(&Value::Bool(true))).then_some(badge);
    let time = match phone.vars.get("time") {
        Some(Value::Text(time)) => Line::verbatim(time),
        _ => Line::default(),
    };
    let badges = [
        badge("status-wifi", Badge::Wifi),
        badge("status-airplane", Badge::Airplane),
        badge("status-silent", Badge::Silent),
        badge("status-location", Badge::Location),
    ];
    Status {
        time,
        battery: number("battery").min(100),
        signal: number("signal").min(4),
        badges: badges.into_iter().flatten().collect(),
        notices: phone.notices.len(),
    }
}

fn notice(notice: &super::Notice, setting: &Setting, scope: &PhoneScope<'_>) -> FaceItem {
    let gestures = vec![Gesture::Tap, Gesture::Swipe(Dir::Right), Gesture::Swipe(Dir::Left)];
    let label = setting.line(&notice.title, scope);
    FaceItem {
        detail: setting.line(&notice.text, scope),
        icon: notice.icon.clone(),
        ..FaceItem::bare(format!("{NOTICE}{}", notice.id), ItemKind::Row, label, gestures)
    }
}

fn item(item: &Item, (phone, world): (&Phone, &World), setting: &Setting, scope: &PhoneScope<'_>) -> FaceItem {
    let bound = item.bind.as_ref().and_then(|bind| phone.vars.get(bind));
    let holds = |expr: Option<&crate::expr::Expr>| expr.is_some_and(|expr| expr.holds(scope));
    let writes = phone.writing.as_ref().is_some_and(|writing| writing.item == item.id);
    let enabled = item.enabled.is_none() || holds(item.enabled.as_ref());
    let is_on = match bound {
        Some(Value::Bool(on)) if matches!(item.kind, ItemKind::Switch | ItemKind::Check) => *on,
        _ => writes || holds(item.on.as_ref()),
    };
    let value = match (item.kind, bound) {
        (ItemKind::Field, Some(Value::Text(text))) => Line::verbatim(text),
        _ => setting.line(&item.value, scope),
    };
    let level = match (item.kind, bound) {
        (ItemKind::Slider | ItemKind::Image | ItemKind::Text, Some(Value::Number(number))) => {
            Some((u16::try_from((*number).clamp(0, FULL)).unwrap_or_default(), item.most))
        }
        _ => None,
    };
    FaceItem {
        id: item.id.clone(),
        kind: item.kind,
        label: setting.line(&item.label, scope),
        detail: setting.line(&item.detail, scope),
        value,
        icon: item.icon.clone(),
        picture: world.drawings.get(&item.picture).map(|svg| svg.as_str().into()),
        on: is_on,
        enabled,
        gestures: if enabled { gestures(item) } else { vec![] },
        mine: item.mine,
        at: item.at,
        rows: item.rows,
        level,
    }
}

/// What can be done with a thing, the most usual first.
fn gestures(item: &Item) -> Vec<Gesture> {
    let by_itself: &[Gesture] = match item.kind {
        ItemKind::Switch | ItemKind::Check if item.bind.is_some() => &[Gesture::Tap],
        ItemKind::Field | ItemKind::Key => &[Gesture::Tap],
        ItemKind::Slider => &[Gesture::Swipe(Dir::Right), Gesture::Swipe(Dir::Left), Gesture::Tap],
        ItemKind::Image if item.bind.is_some() => &[Gesture::Double, Gesture::PinchOut, Gesture::PinchIn],
        _ => &[],
    };
    let mut out: Vec<Gesture> = by_itself.to_vec();
    for deed in item.deeds.iter().filter(|deed| !matches!(deed.gesture, Gesture::Type(_))) {
        if !out.contains(&deed.gesture) {
            out.push(deed.gesture.clone());
        }
    }
    out.sort_by_key(|gesture| *gesture != Gesture::Tap);
    out
}

impl FaceItem {
    /// A thing with nothing but a name.
    pub(super) fn bare(id: String, kind: ItemKind, label: Line, gestures: Vec<Gesture>) -> Self {
        let (detail, value) = (Line::default(), Line::default());
        let (icon, picture) = (String::new(), None);
        let (on, enabled, mine) = (false, true, false);
        Self {
            id,
            kind,
            label,
            detail,
            value,
            icon,
            picture,
            on,
            enabled,
            gestures,
            mine,
            at: None,
            rows: 1,
            level: None,
        }
    }
}
